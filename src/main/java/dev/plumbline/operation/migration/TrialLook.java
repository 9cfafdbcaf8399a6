package dev.plumbline.operation.migration;

import dev.plumbline.catalog.lock.HeldLocksReader;
import dev.plumbline.catalog.structure.StructureReader;
import dev.plumbline.execute.TrialWatch;
import dev.plumbline.job.CancelToken;
import dev.plumbline.migration.trace.StatementTracer;
import dev.plumbline.migration.trace.TracedEffect;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.pg.WritingSession;
import dev.plumbline.plan.Step;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is seen of migrations while they are tried: the locks of each statement, and what the database is made of behind the last. The structure is read once, since everybody waits for the locks
 * meanwhile.
 */
final class TrialLook implements TrialWatch {
    private final Set<String> statements;
    private final Map<String, TracedEffect> effects = new HashMap<>();
    private @Nullable StatementTracer tracer;
    private @Nullable StructureSnapshot within;

    TrialLook(PlannedMigrations planned) {
        statements = planned.trace().files().stream()
                .flatMap(file -> file.statements().stream())
                .map(MigrationSteps::id)
                .collect(Collectors.toSet());
    }

    @Override
    public void begun(WritingSession session, CancelToken cancel) {
        effects.clear();
        within = null;
        tracer = new StatementTracer(session.session(), new HeldLocksReader(false), cancel);
    }

    @Override
    public void ran(Step step, WritingSession session, CancelToken cancel) {
        StatementTracer following = tracer;
        if (following != null) {
            TracedEffect effect = following.look(cancel);
            if (statements.contains(step.id())) {
                effects.put(step.id(), effect);
            }
        }
    }

    /** In the words of a session that has nothing but the system's schema in its search path. */
    @Override
    public void ended(WritingSession session, CancelToken cancel) {
        within = new StructureReader().readWithin(session.session(), cancel);
    }

    Map<String, TracedEffect> effects() {
        return effects;
    }

    Optional<StructureSnapshot> within() {
        return Optional.ofNullable(within);
    }
}

package dev.plumbline.operation;

import dev.plumbline.kube.KubeCluster;
import dev.plumbline.kube.KubeContexts;
import dev.plumbline.model.DeclaredDatabase;
import dev.plumbline.model.DriftDiff;
import dev.plumbline.model.DriftStatus;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Writes what was found or repaired to the cluster: an event and {@code status.drift}, in the words of {@code dbctl migrate}. Nothing is written when
 * nothing differed. What the cluster refuses becomes a warning.
 */
public final class RecordDrift {
    private static final String SOURCE = "dbctl-migrate";
    private final Supplier<KubeContexts> contexts;
    private final Clock clock;

    public RecordDrift(Supplier<KubeContexts> contexts, Clock clock) {
        this.contexts = contexts;
        this.clock = clock;
    }

    /** After a dry run that found these. */
    public Recording detected(DeclaredDatabase database, List<DriftDiff> diffs) {
        return write(
                database,
                diffs,
                true,
                "Warning",
                "OwnershipDriftDetected",
                "Migration detected ownership drift in fields: " + fields(diffs) + " (dry-run, not corrected)");
    }

    /** After a run that repaired these and was verified. */
    public Recording corrected(DeclaredDatabase database, List<DriftDiff> diffs) {
        return write(
                database,
                diffs,
                false,
                "Normal",
                "OwnershipDriftCorrected",
                "Migration corrected ownership drift in fields: " + fields(diffs));
    }

    private Recording write(
            DeclaredDatabase database,
            List<DriftDiff> diffs,
            boolean stillDrifted,
            String type,
            String reason,
            String message) {
        if (diffs.isEmpty()) {
            return Recording.NOTHING;
        }
        List<Problem> warnings = new ArrayList<>();
        KubeCluster cluster = contexts.get().open(database.ref().context());
        boolean event = attempt(warnings, () -> cluster.createEvent(database, type, reason, message, SOURCE));
        String now = DateTimeFormatter.ISO_INSTANT.format(clock.instant().truncatedTo(ChronoUnit.SECONDS));
        DriftStatus status = new DriftStatus(stillDrifted, now, stillDrifted ? diffs : List.of());
        boolean patched = attempt(warnings, () -> cluster.patchDriftStatus(database.ref(), status));
        return new Recording(event, patched, warnings);
    }

    private static boolean attempt(List<Problem> warnings, Runnable write) {
        try {
            write.run();
            return true;
        } catch (ProblemException refused) {
            warnings.add(refused.problem());
            return false;
        }
    }

    private static String fields(List<DriftDiff> diffs) {
        return diffs.stream().map(DriftDiff::field).collect(Collectors.joining(", "));
    }
}

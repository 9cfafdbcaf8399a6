package dev.plumbline.cli.structure;

import dev.plumbline.cli.call.TimeSpan;
import dev.plumbline.model.LockTimeout;
import dev.plumbline.model.StatementTimeout;
import dev.plumbline.operation.ApplyFolder;
import dev.plumbline.plan.structure.HazardKind;
import dev.plumbline.plan.structure.StepTimeouts;
import dev.plumbline.plan.structure.StructureHazard;
import dev.plumbline.plan.structure.StructureStep;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code plan} and {@code apply} take besides the folder. */
final class FolderPlanOptions {
    @Option(
            names = "--allow-hazards",
            paramLabel = "HAZARD",
            split = ",",
            description = "run steps whose blocking hazards are all among these, such as DATA_LOSS")
    private Set<HazardKind> hazards = EnumSet.noneOf(HazardKind.class);

    @Mixin
    private RenameOptions renames = new RenameOptions();

    @Option(names = "--allow", paramLabel = "STEP", description = "run this held back step (may be repeated)")
    private Set<String> allowed = new LinkedHashSet<>();

    @Option(names = "--without", paramLabel = "STEP", description = "leave this step out (may be repeated)")
    private Set<String> without = new LinkedHashSet<>();

    @Option(
            names = "--leave-unplanned",
            description = "run the rest although something differs, or may differ, that no step changes")
    private boolean leaveUnplanned;

    @Option(
            names = "--lock-timeout",
            paramLabel = "TIME",
            converter = TimeSpan.Converter.class,
            defaultValue = "3s",
            description = "how long a statement waits for a lock (default: 3s)")
    private TimeSpan lockTimeout = new TimeSpan(3_000);

    @Option(
            names = "--concurrent-lock-timeout",
            paramLabel = "TIME",
            converter = TimeSpan.Converter.class,
            defaultValue = "10min",
            description = "the same for what works CONCURRENTLY, which keeps nobody waiting (default: 10min)")
    private TimeSpan concurrentLockTimeout = new TimeSpan(600_000);

    @Option(
            names = "--statement-timeout",
            paramLabel = "TIME",
            converter = TimeSpan.Converter.class,
            description =
                    "how long a statement may run, 0 for as long as it takes (default: 1min, and a day for what reads a whole table)")
    private @Nullable TimeSpan statementTimeout;

    ApplyFolder.Choice choice(FolderOptions folder) {
        return new ApplyFolder.Choice(
                folder.scope(),
                renames.asked(),
                without,
                leaveUnplanned,
                new StepTimeouts(
                        new LockTimeout(lockTimeout.milliseconds()),
                        new LockTimeout(concurrentLockTimeout.milliseconds()),
                        Optional.ofNullable(statementTimeout).map(time -> new StatementTimeout(time.milliseconds()))));
    }

    /** The ids of held back steps that these options let run. */
    Set<String> allowed(ApplyFolder.Planned planned) {
        return planned.way().steps().stream()
                .filter(StructureStep::needsAllowance)
                .filter(this::isAllowed)
                .map(StructureStep::id)
                .collect(Collectors.toSet());
    }

    private boolean isAllowed(StructureStep step) {
        Set<HazardKind> needed = EnumSet.noneOf(HazardKind.class);
        step.hazards().stream().filter(StructureHazard::blocking).forEach(hazard -> needed.add(hazard.kind()));
        if (step.destructive()) {
            needed.add(HazardKind.DATA_LOSS);
        }
        return allowed.contains(step.id()) || hazards.containsAll(needed);
    }

    /** Held back steps that are not allowed. */
    Set<StructureStep> heldBack(ApplyFolder.Planned planned) {
        Set<String> may = allowed(planned);
        return planned.way().steps().stream()
                .filter(step -> step.needsAllowance() && !may.contains(step.id()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Ids that were named and that the plan does not have: most likely misspelt, or not needed any more. */
    Set<String> unknown(ApplyFolder.Planned planned) {
        Set<String> unknown = new LinkedHashSet<>(allowed);
        planned.way().steps().forEach(step -> unknown.remove(step.id()));
        return unknown;
    }
}

package dev.plumbline.operation;

import dev.plumbline.drift.CheckResult;
import dev.plumbline.drift.OperatorForecast;
import dev.plumbline.drift.TruthRow;
import dev.plumbline.model.DeclaredDatabase;
import dev.plumbline.model.DeclaredInstance;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ResourceEvent;
import dev.plumbline.model.Snapshot;
import dev.plumbline.plan.PlanTarget;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of one Database: what is declared, what its status says, what the catalog holds, and where they differ.
 * {@code notApplicable} is the sentence that says why there is nothing to check (no ownership model, another engine…), else empty; then
 * {@code live} may be empty too. {@code problem} says why the catalog could not be read: the checks are unknown then, not passed.
 */
public record OwnershipReport(
        DeclaredDatabase resource,
        Optional<DeclaredInstance> instance,
        String notApplicable,
        Optional<Live> live,
        Optional<Problem> problem,
        List<CheckResult> checks,
        List<TruthRow> truth,
        OperatorForecast forecast,
        List<ResourceEvent> events,
        List<Problem> warnings,
        Instant readAt) {
    public OwnershipReport {
        checks = List.copyOf(checks);
        truth = List.copyOf(truth);
        events = List.copyOf(events);
        warnings = List.copyOf(warnings);
    }

    /** The part that came from the database itself. */
    public record Live(
            ConnectionSummary connection, PlanTarget target, OwnershipModel.Auto wanted, Snapshot snapshot) {}

    /** How many checks found something to repair. */
    public long differing() {
        return checks.stream().filter(check -> !check.findings().isEmpty()).count();
    }
}

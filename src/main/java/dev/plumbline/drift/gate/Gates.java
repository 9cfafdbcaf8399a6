package dev.plumbline.drift.gate;

import dev.plumbline.drift.gate.GateResult.Kind;
import dev.plumbline.drift.gate.GateResult.Stage;
import dev.plumbline.drift.gate.GateResult.Verdict;
import dev.plumbline.model.upgrade.DbUpgrade;
import dev.plumbline.model.upgrade.GateFacts;
import dev.plumbline.model.upgrade.UpgradeJob;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All checks of a DBUpgrade computed from one reading, and what the operator would make of them. */
public record Gates(List<GateResult> results, Optional<BakeTime> bake, Optional<UpgradeJob> job, NextReason next) {
    public Gates {
        results = List.copyOf(results);
    }

    public static Gates compute(DbUpgrade upgrade, GateFacts facts) {
        List<GateResult> results = new ArrayList<>();
        upgrade.podVersions().forEach(check -> results.add(new VersionGate(check).compute(facts.podsOf(check))));
        upgrade.preMetrics()
                .forEach(check -> results.add(new MetricGate(check, Stage.PRE).compute(facts.samplesOf(check))));
        upgrade.postMetrics()
                .forEach(check -> results.add(new MetricGate(check, Stage.POST).compute(facts.samplesOf(check))));
        Optional<UpgradeJob> job =
                facts.jobs().value().flatMap(jobs -> jobs.stream().findFirst());
        Optional<BakeTime> bake = job.filter(found -> found.state() == UpgradeJob.State.SUCCEEDED)
                .flatMap(found -> instant(found.completed()).or(() -> instant(upgrade.jobCompletedAt())))
                .map(completed -> BakeTime.of(upgrade.postMetrics(), completed, facts.now()))
                .filter(time -> time.total() > 0);
        return new Gates(results, bake, job, new Deciding(upgrade, facts, results, bake, job).next());
    }

    private static Optional<Instant> instant(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }

    /** The first check of a kind that does not pass: the operator stops there. */
    static Optional<GateResult> firstNotPassed(List<GateResult> results, Stage stage, Kind kind) {
        return results.stream()
                .filter(result -> result.stage() == stage && result.kind() == kind)
                .filter(result -> result.verdict() != Verdict.PASSES)
                .findFirst();
    }

    /** True for a check that the operator does not ask yet: those after the migration, until its Job is done and has baked. */
    public boolean isWaiting(GateResult result) {
        boolean done =
                job.filter(found -> found.state() == UpgradeJob.State.SUCCEEDED).isPresent();
        return result.stage() == GateResult.Stage.POST
                && (!done || bake.filter(BakeTime::isWaiting).isPresent());
    }

    /** False for a check that the operator asks no more: those before the migration, once there is a Job. */
    public boolean counts(GateResult result) {
        return result.stage() == GateResult.Stage.POST || job.isEmpty();
    }

    /** True when the migration, or its end, is held up now. */
    public boolean isBlocked() {
        return next.isKnown()
                && !next.progressing()
                && !next.reason().equals("MigrationComplete")
                && !next.reason().equals("Initializing");
    }
}

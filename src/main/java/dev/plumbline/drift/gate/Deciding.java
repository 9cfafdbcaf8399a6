package dev.plumbline.drift.gate;

import dev.plumbline.drift.gate.GateResult.Kind;
import dev.plumbline.drift.gate.GateResult.Stage;
import dev.plumbline.drift.gate.GateResult.Verdict;
import dev.plumbline.model.upgrade.DbUpgrade;
import dev.plumbline.model.upgrade.GateFacts;
import dev.plumbline.model.upgrade.UpgradeDatabase;
import dev.plumbline.model.upgrade.UpgradeDatabase.UrlSecret;
import dev.plumbline.model.upgrade.UpgradeJob;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One look of the operator at a DBUpgrade (operator source, {@code controllers/dbupgrade_controller.go}), as far as it shows in the conditions. */
final class Deciding {
    private static final String FAIL_REQUEUE = "60 s";
    private static final String ERROR_REQUEUE = "30 s";
    private final DbUpgrade upgrade;
    private final GateFacts facts;
    private final List<GateResult> results;
    private final Optional<BakeTime> bake;
    private final Optional<UpgradeJob> job;

    Deciding(
            DbUpgrade upgrade,
            GateFacts facts,
            List<GateResult> results,
            Optional<BakeTime> bake,
            Optional<UpgradeJob> job) {
        this.upgrade = upgrade;
        this.facts = facts;
        this.results = results;
        this.bake = bake;
        this.job = job;
    }

    NextReason next() {
        NextReason noConnection = connection();
        if (noConnection != null) {
            return noConnection;
        }
        if (facts.jobs().value().isEmpty()) {
            return NextReason.unknown(facts.jobs().gap());
        }
        if (job.isEmpty() && !upgrade.jobCompletedAt().isEmpty() && !upgrade.isChangedSinceObserved()) {
            return NextReason.unknown("A Job completed at " + upgrade.jobCompletedAt()
                    + ", says the status, and none is there: whether the operator would migrate again is not known.");
        }
        if (job.isEmpty()) {
            return before();
        }
        UpgradeJob.State state = job.get().state();
        if (upgrade.isChangedSinceObserved()) {
            return state == UpgradeJob.State.ACTIVE || state == UpgradeJob.State.PENDING
                    ? NextReason.running(
                            "MigrationInProgress", "Cannot apply new spec while migration is running", "10 s", "")
                    : new NextReason(
                            "Initializing",
                            false,
                            "Initializing",
                            "The spec changed after the last Job; the checks before the migration come next.",
                            "2 s",
                            "Normal SpecChanged");
        }
        return switch (state) {
            case PENDING ->
                NextReason.running(NextReason.JOB_PENDING, "Job " + job.get().name() + " is pending", "5 s", "");
            case ACTIVE ->
                NextReason.running("MigrationInProgress", "Job " + job.get().name() + " is running", "10 s", "");
            case FAILED ->
                NextReason.stopped(
                        "JobFailed", job.get().failure(), "never, until the spec changes", "Warning MigrationFailed");
            case SUCCEEDED -> after();
        };
    }

    private @Nullable NextReason connection() {
        UpgradeDatabase database = upgrade.database();
        if (database.isAws()) {
            return database.aws() != null
                    ? null
                    : NextReason.stopped(
                            "AWSNotSupported",
                            "database.type=" + database.type()
                                    + " without an aws block; the webhook lets a connection pass, the"
                                    + " operator does not use it.",
                            "never",
                            "");
        }
        UrlSecret secret = database.urlSecret();
        if (secret == null) {
            return secretNotFound("database.connection.urlSecretRef is required for selfHosted database");
        }
        if (facts.secretKeys().value().isEmpty()) {
            return facts.secretKeys().absent()
                    ? secretNotFound("connection secret \"" + secret.name() + "\" not found in namespace \""
                            + upgrade.ref().namespace() + "\"")
                    : NextReason.unknown(facts.secretKeys().gap());
        }
        return facts.secretKeys().value().get().contains(secret.key())
                ? null
                : secretNotFound("key \"" + secret.key() + "\" not found in secret \"" + secret.name() + "\"");
    }

    private static NextReason secretNotFound(String message) {
        return NextReason.stopped("SecretNotFound", message, ERROR_REQUEUE, "Warning SecretNotFound");
    }

    /** Only before there is a Job do the checks before the migration count. */
    private NextReason before() {
        return failed(Stage.PRE, Kind.POD_VERSIONS, "PreCheckImageVersionFailed", "Warning PreCheckFailed")
                .or(() -> failed(Stage.PRE, Kind.METRIC, "PreCheckMetricFailed", "Warning PreCheckFailed"))
                .orElseGet(() -> NextReason.running(NextReason.JOB_PENDING, "", "5 s", NextReason.JOB_MADE));
    }

    private NextReason after() {
        if (bake.filter(BakeTime::isWaiting).isPresent()) {
            BakeTime time = bake.get();
            return new NextReason(
                    "PostCheckBakeTimeWaiting",
                    true,
                    "PostCheckBakeTimeWaiting",
                    time.message(),
                    time.remaining() + " s",
                    "");
        }
        return failed(Stage.POST, Kind.METRIC, "PostCheckFailed", "Warning PostCheckFailed")
                .orElseGet(() -> new NextReason(
                        "MigrationComplete",
                        false,
                        "MigrationComplete (Ready=True)",
                        "Migrated, and every check after it passes.",
                        "never",
                        "Normal MigrationSucceeded"));
    }

    private Optional<NextReason> failed(Stage stage, Kind kind, String reason, String event) {
        return Gates.firstNotPassed(results, stage, kind).map(first -> {
            if (first.verdict() == Verdict.UNKNOWN) {
                return NextReason.unknown(first.message());
            }
            boolean fails = first.verdict() == Verdict.FAILS;
            return NextReason.stopped(
                    reason, first.message(), fails ? ERROR_REQUEUE : FAIL_REQUEUE, fails ? "" : event);
        });
    }
}

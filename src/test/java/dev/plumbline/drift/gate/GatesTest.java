package dev.plumbline.drift.gate;

import static dev.plumbline.drift.gate.SampleUpgrade.SELF_HOSTED;
import static dev.plumbline.drift.gate.SampleUpgrade.atLeast;
import static dev.plumbline.drift.gate.SampleUpgrade.facts;
import static dev.plumbline.drift.gate.SampleUpgrade.job;
import static dev.plumbline.drift.gate.SampleUpgrade.metric;
import static dev.plumbline.drift.gate.SampleUpgrade.pods;
import static dev.plumbline.drift.gate.SampleUpgrade.samples;
import static dev.plumbline.drift.gate.SampleUpgrade.upgrade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.plumbline.drift.gate.GateResult.Stage;
import dev.plumbline.drift.gate.GateResult.Verdict;
import dev.plumbline.model.upgrade.DbUpgrade;
import dev.plumbline.model.upgrade.MetricCheck;
import dev.plumbline.model.upgrade.MetricSample;
import dev.plumbline.model.upgrade.Seen;
import dev.plumbline.model.upgrade.UpgradeDatabase;
import dev.plumbline.model.upgrade.UpgradeJob;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GatesTest {
    private static final Seen<List<String>> KEY = Seen.of(List.of("url"));
    private static final Seen<List<UpgradeJob>> NO_JOB = Seen.of(List.of());
    private static final long SEEN = 2;
    private static final long CHANGED = 1;

    static Stream<Arguments> situations() {
        Seen<List<String>> noSecret = Seen.absent("404");
        Seen<List<MetricSample>> good = samples("10m");
        Seen<List<MetricSample>> bad = samples("10");
        Seen<List<MetricSample>> gone = Seen.absent("the API is not there");
        Seen<List<MetricSample>> hidden = Seen.unknown("forbidden");
        return Stream.of(
                arguments(
                        "the Secret is missing", SEEN, noSecret, NO_JOB, "a:2.0.0", good, 0L, "SecretNotFound", false),
                arguments(
                        "its key is missing",
                        SEEN,
                        Seen.of(List.of("uri")),
                        NO_JOB,
                        "a:2.0.0",
                        good,
                        0L,
                        "SecretNotFound",
                        false),
                arguments("its Secret is hidden", SEEN, Seen.unknown("403"), NO_JOB, "a:2.0.0", good, 0L, "", false),
                arguments("nothing blocks", SEEN, KEY, NO_JOB, "a:2.0.0", good, 0L, "JobPending", true),
                arguments("a pod is old", SEEN, KEY, NO_JOB, "a:1.0.0", good, 0L, "PreCheckImageVersionFailed", false),
                arguments("a metric is bad", SEEN, KEY, NO_JOB, "a:2.0.0", bad, 0L, "PreCheckMetricFailed", false),
                arguments("no metrics API", SEEN, KEY, NO_JOB, "a:2.0.0", gone, 0L, "PreCheckMetricFailed", false),
                arguments("the metric is hidden", SEEN, KEY, NO_JOB, "a:2.0.0", hidden, 0L, "", false),
                arguments("the Jobs are hidden", SEEN, KEY, Seen.unknown("403"), "a:2.0.0", good, 0L, "", false),
                arguments("pending", SEEN, KEY, jobs(0, 0, 0), "a:1.0.0", bad, 0L, "JobPending", true),
                arguments("active", SEEN, KEY, jobs(1, 0, 0), "a:1.0.0", bad, 0L, "MigrationInProgress", true),
                arguments(
                        "changed, active",
                        CHANGED,
                        KEY,
                        jobs(1, 0, 0),
                        "a:1.0.0",
                        bad,
                        0L,
                        "MigrationInProgress",
                        true),
                arguments("changed, over", CHANGED, KEY, jobs(0, 1, 0), "a:1.0.0", bad, 0L, "Initializing", false),
                arguments("failed", SEEN, KEY, jobs(0, 0, 1), "a:2.0.0", good, 0L, "JobFailed", false),
                arguments("baking", SEEN, KEY, jobs(0, 1, 0), "a:1.0.0", good, 90L, "PostCheckBakeTimeWaiting", true),
                arguments("baked", SEEN, KEY, jobs(0, 1, 0), "a:1.0.0", good, 60L, "MigrationComplete", false),
                arguments("bad after it", SEEN, KEY, jobs(0, 1, 0), "a:1.0.0", bad, 0L, "PostCheckFailed", false));
    }

    private static Seen<List<UpgradeJob>> jobs(int active, int succeeded, int failed) {
        return Seen.of(List.of(job(active, succeeded, failed)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("situations")
    void theReasonIsTheOneThatTheOperatorWouldSet(
            String situation,
            long observed,
            Seen<List<String>> keys,
            Seen<List<UpgradeJob>> jobs,
            String image,
            Seen<List<MetricSample>> samples,
            long bake,
            String reason,
            boolean progressing) {
        MetricCheck check = metric("<", "0.05", "Max", bake);
        DbUpgrade upgrade =
                upgrade(SELF_HOSTED, List.of(atLeast("2.0.0", "", true)), List.of(check), List.of(check), observed);
        Gates gates = Gates.compute(upgrade, facts(upgrade, pods(image), samples, keys, jobs));
        assertThat(gates.next().reason()).as(situation).isEqualTo(reason);
        assertThat(gates.next().progressing()).isEqualTo(progressing);
    }

    @Test
    void anAwsDatabaseWithoutItsBlockIsNotSupported() {
        UpgradeDatabase aws = new UpgradeDatabase("awsRds", true, SELF_HOSTED.urlSecret(), null);
        DbUpgrade upgrade = upgrade(aws, List.of(), List.of(), List.of(), SEEN);
        assertThat(Gates.compute(upgrade, facts(upgrade, pods(), samples(), KEY, NO_JOB))
                        .next()
                        .reason())
                .isEqualTo("AWSNotSupported");
        assertThat(SpecValidation.refusal(upgrade)).isEmpty();
    }

    @Test
    void aJobThatCompletedAndIsGoneForetellsNothing() {
        DbUpgrade upgrade = SampleUpgrade.completed(
                upgrade(SELF_HOSTED, List.of(), List.of(), List.of(), SEEN), "2025-01-01T00:09:00Z");
        Gates gates = Gates.compute(upgrade, facts(upgrade, pods(), samples(), KEY, NO_JOB));
        assertThat(gates.next().isKnown()).isFalse();
        assertThat(gates.next().message()).contains("2025-01-01T00:09:00Z", "not known");
    }

    @Test
    void theBakeTimeCountsDownFromTheEndOfTheJob() {
        DbUpgrade upgrade = upgrade(SELF_HOSTED, List.of(), List.of(), List.of(metric("<", "1", "Max", 90)), SEEN);
        Gates gates = Gates.compute(upgrade, facts(upgrade, pods(), samples("0"), KEY, jobs(0, 1, 0)));
        assertThat(gates.next().message()).isEqualTo("Bake time: 60/90 seconds elapsed");
        assertThat(gates.bake().orElseThrow().remaining()).isEqualTo(30);
        assertThat(gates.isBlocked()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Max | < | 0.05 | 20m 41m | PASSES | Metric errors value 0.0410 satisfies < 0.0500",
                "Max | < | 40m | 20m 41m | BLOCKS | Metric errors value 0.0410 does not satisfy < 0.0400",
                "Min | > | 1k | 2k 3k | PASSES | Metric errors value 2000.0000 satisfies > 1000.0000",
                "Sum | >= | 5 | 2 3 | PASSES | Metric errors value 5.0000 satisfies >= 5.0000",
                "Avg | <= | 2 | 2 3 | BLOCKS | Metric errors value 2.5000 does not satisfy <= 2.0000",
                "Max | < | 1Ki | 1e3 | PASSES | Metric errors value 1000.0000 satisfies < 1024.0000"
            })
    void metricsAreReducedAndCompared(
            String reduce, String operator, String threshold, String values, Verdict verdict, String message) {
        GateResult result =
                new MetricGate(metric(operator, threshold, reduce, 0), Stage.POST).compute(samples(values.split(" ")));
        assertThat(result.verdict()).isEqualTo(verdict);
        assertThat(result.message()).isEqualTo(message);
    }

    @Test
    void aMetricWithoutValuesBlocks() {
        GateResult result = new MetricGate(metric("<", "1", "Max", 0), Stage.PRE).compute(samples());
        assertThat(result.verdict()).isEqualTo(Verdict.BLOCKS);
        assertThat(result.message()).isEqualTo("No metric values found for errors");
    }

    @Test
    void theWebhooksTextsAreItsOwn() {
        UpgradeDatabase none = new UpgradeDatabase("selfHosted", false, null, null);
        assertThat(SpecValidation.refusal(upgrade(
                        none, List.of(atLeast("x", "", true)), List.of(metric(">", "0", "Max", 0)), List.of(), SEEN)))
                .hasValue("validation failed: [database.type=selfHosted requires connection to be set"
                        + " checks.pre.minPodVersions[0].minVersion \"x\" is not valid semver: Invalid Semantic Version"
                        + " pre-check metric \"check\": threshold.value cannot be empty]");
        assertThat(ChangeGuard.refusal(upgrade(SELF_HOSTED, List.of(), List.of(), List.of(), SEEN)))
                .hasValueSatisfying(
                        text -> assertThat(text).startsWith("cannot update spec while migration is in progress"));
    }

    /** The operator has one reason for both, and a Job that is not there must not be told as made. */
    @Test
    void aJobThatIsOnlyAboutToBeMadeIsNotToldAsMade() {
        NextReason about = NextReason.running(NextReason.JOB_PENDING, "", "5 s", NextReason.JOB_MADE);
        NextReason waits = NextReason.running(NextReason.JOB_PENDING, "Job a is pending", "5 s", "");
        assertThat(about.words()).isEqualTo("Nothing blocks: the operator makes the migration's Job.");
        assertThat(waits.words()).isEqualTo("The migration's Job is made and has not started.");
    }
}

package dev.plumbline.drift.gate;

import dev.plumbline.model.Condition;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.upgrade.DbUpgrade;
import dev.plumbline.model.upgrade.GateFacts;
import dev.plumbline.model.upgrade.LabelSelector;
import dev.plumbline.model.upgrade.MetricCheck;
import dev.plumbline.model.upgrade.MetricSample;
import dev.plumbline.model.upgrade.MetricTarget;
import dev.plumbline.model.upgrade.PodVersionCheck;
import dev.plumbline.model.upgrade.Quantity;
import dev.plumbline.model.upgrade.RunningPod;
import dev.plumbline.model.upgrade.Seen;
import dev.plumbline.model.upgrade.UpgradeDatabase;
import dev.plumbline.model.upgrade.UpgradeDatabase.UrlSecret;
import dev.plumbline.model.upgrade.UpgradeJob;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A DBUpgrade of tests and what is around it. */
final class SampleUpgrade {
    static final Instant NOW = Instant.parse("2025-01-01T00:10:00Z");
    static final LabelSelector APP = new LabelSelector(Map.of("app", "myapp"), List.of());
    static final UpgradeDatabase SELF_HOSTED =
            new UpgradeDatabase("selfHosted", true, new UrlSecret("db", "url", false), null);

    private SampleUpgrade() {}

    static PodVersionCheck atLeast(String version, String container, boolean strict) {
        return new PodVersionCheck(APP, version, container, strict, false);
    }

    static MetricCheck metric(String operator, String threshold, String reduce, long bake) {
        return new MetricCheck(
                "check",
                "Custom",
                "errors",
                new MetricTarget("Pods", Optional.of(APP), Optional.empty(), false, Optional.empty()),
                operator,
                Quantity.parse(threshold),
                threshold,
                reduce,
                bake,
                15);
    }

    static Seen<List<RunningPod>> pods(String... images) {
        return Seen.of(Arrays.stream(images)
                .map(image -> new RunningPod(
                        "pod-" + image, "Running", List.of(new RunningPod.Container("app", image, false))))
                .toList());
    }

    static Seen<List<MetricSample>> samples(String... values) {
        return Seen.of(Arrays.stream(values)
                .map(value -> new MetricSample("Pod a", Quantity.parse(value).orElseThrow(), ""))
                .toList());
    }

    static UpgradeJob job(int active, int succeeded, int failed) {
        return new UpgradeJob(
                "dbupgrade-up-01234567",
                "2025-01-01T00:00:00Z",
                active,
                succeeded,
                failed,
                "",
                succeeded > 0 ? "2025-01-01T00:09:00Z" : "",
                failed > 0 ? "DeadlineExceeded: too long" : "");
    }

    static DbUpgrade upgrade(
            UpgradeDatabase database,
            List<PodVersionCheck> versions,
            List<MetricCheck> pre,
            List<MetricCheck> post,
            long observed) {
        return new DbUpgrade(
                new ResourceRef("c", "dbupgrade.subbug.learning", "dbupgrades", "team-a", "up"),
                "1",
                2,
                "m:1",
                "/migrations",
                database,
                versions,
                pre,
                post,
                0,
                observed,
                "",
                List.of(new Condition("Progressing", "True", "JobPending", "", "")),
                List.of());
    }

    static DbUpgrade completed(DbUpgrade of, String at) {
        return new DbUpgrade(
                of.ref(),
                of.uid(),
                of.generation(),
                of.image(),
                of.dir(),
                of.database(),
                of.podVersions(),
                of.preMetrics(),
                of.postMetrics(),
                of.deadlineSeconds(),
                of.observedGeneration(),
                at,
                of.conditions(),
                of.problems());
    }

    static GateFacts facts(
            DbUpgrade upgrade,
            Seen<List<RunningPod>> pods,
            Seen<List<MetricSample>> samples,
            Seen<List<String>> keys,
            Seen<List<UpgradeJob>> jobs) {
        Map<PodVersionCheck, Seen<List<RunningPod>>> podsOf = new java.util.HashMap<>();
        upgrade.podVersions().forEach(check -> podsOf.put(check, pods));
        Map<MetricCheck, Seen<List<MetricSample>>> samplesOf = new java.util.HashMap<>();
        upgrade.preMetrics().forEach(check -> samplesOf.put(check, samples));
        upgrade.postMetrics().forEach(check -> samplesOf.put(check, samples));
        return new GateFacts(podsOf, samplesOf, keys, jobs, NOW);
    }
}

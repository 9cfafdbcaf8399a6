package dev.plumbline.model.upgrade;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What the checks of a DBUpgrade stand on, as it was {@code now}. {@code secretKeys} are the keys of the connection's Secret, never its values. */
public record GateFacts(
        Map<PodVersionCheck, Seen<List<RunningPod>>> pods,
        Map<MetricCheck, Seen<List<MetricSample>>> metrics,
        Seen<List<String>> secretKeys,
        Seen<List<UpgradeJob>> jobs,
        Instant now) {
    public GateFacts {
        pods = Map.copyOf(pods);
        metrics = Map.copyOf(metrics);
    }

    public Seen<List<RunningPod>> podsOf(PodVersionCheck check) {
        Seen<List<RunningPod>> found = pods.get(check);
        return found == null ? Seen.unknown("the pods were not read") : found;
    }

    public Seen<List<MetricSample>> samplesOf(MetricCheck check) {
        Seen<List<MetricSample>> found = metrics.get(check);
        return found == null ? Seen.unknown("the metric was not read") : found;
    }
}

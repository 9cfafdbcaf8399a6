package dev.plumbline.operation;

import dev.plumbline.model.Condition;
import dev.plumbline.model.ResourceEvent;
import dev.plumbline.model.upgrade.DbUpgrade;
import dev.plumbline.model.upgrade.GateFacts;
import dev.plumbline.model.upgrade.Seen;
import dev.plumbline.model.upgrade.UpgradeJob;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Conditions, Jobs and events of a DBUpgrade in the order of their times, oldest first; what has no time comes first. */
public final class UpgradeTimeline {
    private UpgradeTimeline() {}

    /** {@code at} is RFC 3339 text, as written. */
    public record Moment(String at, String source, String what, String detail) {}

    static List<Moment> of(DbUpgrade upgrade, GateFacts facts, Seen<List<ResourceEvent>> events) {
        List<Moment> moments = new ArrayList<>();
        for (Condition condition : upgrade.conditions()) {
            moments.add(new Moment(
                    condition.lastTransitionTime(),
                    "condition",
                    condition.type() + "=" + condition.status() + " " + condition.reason(),
                    condition.message()));
        }
        facts.jobs().value().orElse(List.of()).forEach(job -> add(moments, job));
        for (ResourceEvent event : events.value().orElse(List.of())) {
            String times = event.count() > 1 ? " (" + event.count() + " times)" : "";
            moments.add(new Moment(
                    event.lastSeen(), "event", event.type() + " " + event.reason() + times, event.message()));
        }
        moments.sort(Comparator.comparing(Moment::at));
        return moments;
    }

    private static void add(List<Moment> moments, UpgradeJob job) {
        moments.add(new Moment(job.created(), "job", job.name() + " made", ""));
        if (!job.started().isEmpty()) {
            moments.add(new Moment(job.started(), "job", job.name() + " started", ""));
        }
        if (!job.completed().isEmpty()) {
            moments.add(new Moment(job.completed(), "job", job.name() + " completed", ""));
        }
    }
}

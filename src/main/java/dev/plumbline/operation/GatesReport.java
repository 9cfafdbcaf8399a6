package dev.plumbline.operation;

import dev.plumbline.drift.gate.Gates;
import dev.plumbline.model.upgrade.DbUpgrade;
import dev.plumbline.model.upgrade.GateFacts;
import dev.plumbline.model.upgrade.Seen;
import java.util.List;
import java.util.Optional;

/**
 * A DBUpgrade, its checks computed now, and what happened to it. {@code refusal} is what the webhook says of the spec, {@code guard} why it would refuse a change;
 * {@code eventsGap} says why events are missing from the timeline, empty when they are not.
 * {@code imageDigest} is what the name of the image stands for now.
 */
public record GatesReport(
        DbUpgrade upgrade,
        GateFacts facts,
        Gates gates,
        Optional<String> refusal,
        Optional<String> guard,
        List<UpgradeTimeline.Moment> timeline,
        String eventsGap,
        Seen<String> imageDigest) {
    public GatesReport {
        timeline = List.copyOf(timeline);
    }
}

package dev.plumbline.cli.access;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.access.change.AccessChange;
import dev.plumbline.access.change.OwnedSet;
import dev.plumbline.access.change.OwnerImpact;
import dev.plumbline.model.AccessSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The blast radius of a change of owners, and what of the old owner stays, in text and JSON. */
final class TransferText {
    private static final int SHOWN = 12;

    private TransferText() {}

    static List<String> impact(OwnerImpact impact) {
        List<String> lines = new ArrayList<>();
        if (impact.lines().isEmpty()) {
            return lines;
        }
        lines.add("What changes with the owner:");
        for (OwnerImpact.Topic topic : OwnerImpact.Topic.values()) {
            List<OwnerImpact.Line> ofTopic = impact.lines().stream()
                    .filter(line -> line.topic() == topic)
                    .toList();
            if (!ofTopic.isEmpty()) {
                lines.add("  " + topic.shown() + " (" + ofTopic.size() + ")");
                ofTopic.stream()
                        .limit(SHOWN)
                        .forEach(line -> lines.add(
                                "    " + (line.object().isEmpty() ? "" : line.object() + ": ") + line.text()));
                addMore(lines, ofTopic.size());
            }
        }
        return lines;
    }

    static List<String> left(OwnedSet set) {
        List<String> lines = new ArrayList<>();
        if (!set.left().isEmpty()) {
            lines.add("Not taken (" + set.left().size() + "):");
            set.left().stream()
                    .limit(SHOWN)
                    .forEach(left -> lines.add("  " + left.object().kind().word() + ":"
                            + left.object().shown() + " – " + left.why()));
            addMore(lines, set.left().size());
        }
        set.unknown().forEach(gap -> lines.add("There may be more: " + gap.subject() + " (" + gap.answer() + ")"));
        return lines;
    }

    static void addMore(List<String> lines, int all) {
        if (all > SHOWN) {
            lines.add("    and " + (all - SHOWN) + " more (-o json has them all)");
        }
    }

    static void add(ObjectNode node, AccessSnapshot snapshot, List<? extends AccessChange> changes) {
        ArrayNode list = node.putArray("ownerTransfer");
        OwnerImpact.of(snapshot, changes)
                .lines()
                .forEach(line -> list.addObject()
                        .put("topic", line.topic().name().toLowerCase(Locale.ROOT))
                        .put("object", line.object())
                        .put("text", line.text()));
    }

    static void add(ObjectNode node, OwnedSet set) {
        ArrayNode list = node.putArray("notTaken");
        set.left()
                .forEach(left -> list.addObject()
                        .put("kind", left.object().kind().word())
                        .put("object", left.object().shown())
                        .put("why", left.why()));
        LeftoversText.addGaps(node, set.unknown());
    }
}

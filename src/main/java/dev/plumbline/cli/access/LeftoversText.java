package dev.plumbline.cli.access;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.access.drop.Leftovers;
import dev.plumbline.model.Gap;
import dev.plumbline.model.Sql;
import dev.plumbline.model.Visible;
import java.util.ArrayList;
import java.util.List;

/** What a transfer of all that a role owns leaves of the role, in text and JSON. */
final class LeftoversText {
    private static final int SHOWN = 12;

    private LeftoversText() {}

    static List<String> lines(Leftovers leftovers) {
        List<String> lines = new ArrayList<>(List.of(""));
        if (leftovers.isEmpty()) {
            lines.add("Nothing else depends on " + leftovers.role().shown() + ", in no database of the server.");
            return lines;
        }
        lines.add("Left of " + leftovers.role().shown() + " after this:");
        for (Leftovers.Item item : leftovers.items()) {
            lines.add("  " + (item.database().isEmpty() ? "" : "database " + item.database() + ": ") + item.text());
            item.objects().stream().limit(SHOWN).forEach(object -> lines.add("    " + object));
            TransferText.addMore(lines, item.objects().size());
            item.statements().stream()
                    .limit(SHOWN)
                    .forEach(sql -> lines.add("      " + Visible.text(sql.text()) + ";"));
            TransferText.addMore(lines, item.statements().size());
        }
        for (Gap gap : leftovers.unknown()) {
            lines.add("  unknown: " + gap.subject() + " (" + gap.answer() + ")");
        }
        return lines;
    }

    static void add(ObjectNode node, Leftovers leftovers) {
        ArrayNode items = node.putArray("leftovers");
        for (Leftovers.Item item : leftovers.items()) {
            ObjectNode one = items.addObject().put("database", item.database()).put("text", item.text());
            ArrayNode objects = one.putArray("objects");
            item.objects().forEach(objects::add);
            ArrayNode statements = one.putArray("statements");
            item.statements().stream().map(Sql::text).forEach(statements::add);
        }
        addGaps(node, leftovers.unknown());
    }

    static void addGaps(ObjectNode node, List<Gap> gaps) {
        ArrayNode unknown = node.putArray("unknown");
        gaps.forEach(gap -> unknown.addObject()
                .put("subject", gap.subject())
                .put("sqlstate", gap.sqlState())
                .put("answer", gap.answer()));
    }
}

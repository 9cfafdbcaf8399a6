package dev.plumbline.cli.structure;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.cli.output.Console;
import dev.plumbline.cli.output.TextTable;
import dev.plumbline.operation.ReadTracking;
import java.util.List;
import java.util.Locale;

/** The migrations that were applied, in the columns of {@code pg-flux migrate status}. */
final class TrackingText {
    private TrackingText() {}

    static List<String> of(ReadTracking.Tracked tracked) {
        TextTable table = new TextTable("STATUS", "FILENAME", "APPLIED AT", "DOWN", "CHECKSUM");
        tracked.migrations()
                .forEach(one -> table.row(
                        word(one),
                        one.file(),
                        one.appliedAt(),
                        one.down().map(down -> down ? "yes" : "no").orElse(""),
                        one.recorded()));
        return tracked.migrations().isEmpty() ? List.of("No migrations.") : table.lines();
    }

    static ObjectNode json(ReadTracking.Tracked tracked) {
        ObjectNode node = Console.mapper().createObjectNode();
        node.put("format", "plumbline.tracking/1")
                .put("database", tracked.database())
                .put("table", tracked.table())
                .put("tableIsThere", tracked.tableIsThere());
        ArrayNode list = node.putArray("migrations");
        for (ReadTracking.Migration one : tracked.migrations()) {
            ObjectNode row = list.addObject()
                    .put("status", word(one))
                    .put("file", one.file())
                    .put("appliedAt", one.appliedAt().isEmpty() ? null : one.appliedAt())
                    .put("checksum", one.recorded().isEmpty() ? null : one.recorded())
                    .put("named", one.named());
            row.put("down", one.down().orElse(null));
        }
        return node;
    }

    private static String word(ReadTracking.Migration one) {
        return one.status().name().toLowerCase(Locale.ROOT);
    }
}

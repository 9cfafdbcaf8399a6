package dev.plumbline.cli.access;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.cli.output.Console;
import dev.plumbline.cli.output.OutputFormat;
import dev.plumbline.cli.output.TextTable;
import dev.plumbline.model.Csv;
import dev.plumbline.model.Visible;
import java.util.List;
import java.util.stream.Collectors;

/** Rows of one header in the formats of lists; the last {@code numbers} columns are numbers in JSON. CSV and JSON are exact, the others escape what deceives. */
record RowsOutput(List<String> header, int numbers, Console console, boolean spreadsheet) {
    void print(List<List<String>> rows, OutputFormat format) {
        switch (format) {
            case JSON -> console.json(json(rows));
            case MARKDOWN -> {
                console.line("| " + String.join(" | ", header) + " |");
                console.line("|" + "---|".repeat(header.size()));
                rows.forEach(row -> console.line(row.stream()
                        .map(field -> Visible.text(field).replace("|", "\\|"))
                        .collect(Collectors.joining(" | ", "| ", " |"))));
            }
            case TEXT -> {
                TextTable table = new TextTable(header.toArray(String[]::new));
                rows.forEach(row -> table.row(row.toArray(String[]::new)));
                console.lines(table.lines());
            }
            default -> {
                Csv csv = spreadsheet ? Csv.FOR_SPREADSHEETS : Csv.EXACT;
                console.part(csv.record(header) + "\n");
                rows.forEach(row -> console.part(csv.record(row) + "\n"));
                console.flush();
            }
        }
    }

    private ArrayNode json(List<List<String>> rows) {
        ArrayNode list = Console.mapper().createArrayNode();
        for (List<String> row : rows) {
            ObjectNode node = list.addObject();
            for (int at = 0; at < header.size(); at++) {
                if (at < header.size() - numbers) {
                    node.put(header.get(at), row.get(at));
                } else {
                    node.put(header.get(at), Integer.parseInt(row.get(at)));
                }
            }
        }
        return list;
    }
}

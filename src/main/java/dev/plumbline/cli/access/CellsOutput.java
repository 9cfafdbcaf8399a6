package dev.plumbline.cli.access;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.access.PrivilegeCell;
import dev.plumbline.cli.output.Console;
import dev.plumbline.cli.output.OutputFormat;
import dev.plumbline.cli.output.TextTable;
import dev.plumbline.model.Csv;
import dev.plumbline.model.Visible;
import java.util.List;
import java.util.function.Consumer;

/** The cells of the full listing in each format; CSV is written as the cells come. CSV and JSON are exact, the others escape what deceives. */
record CellsOutput(Console console, boolean spreadsheet, Consumer<Consumer<PrivilegeCell>> cells) {
    private static final List<String> HEADER =
            List.of("kind", "schema", "name", "sub", "role", "is_public", "privilege", "state");

    void print(OutputFormat format) {
        switch (format) {
            case JSON -> json();
            case MARKDOWN -> markdown();
            case TEXT -> text();
            default -> csv();
        }
    }

    private static List<String> fields(PrivilegeCell cell) {
        return List.of(
                cell.kind(),
                cell.schema() == null ? "" : cell.schema().text(),
                cell.name(),
                cell.sub(),
                cell.role(),
                cell.isPublic() ? "t" : "f",
                cell.privilege(),
                Integer.toString(cell.state()));
    }

    private void csv() {
        Csv csv = spreadsheet ? Csv.FOR_SPREADSHEETS : Csv.EXACT;
        console.part(csv.record(HEADER) + "\n");
        cells.accept(cell -> console.part(csv.record(fields(cell)) + "\n"));
        console.flush();
    }

    private void json() {
        ArrayNode list = Console.mapper().createArrayNode();
        cells.accept(cell -> {
            ObjectNode node = list.addObject();
            List<String> fields = fields(cell);
            for (int at = 0; at < HEADER.size() - 3; at++) {
                node.put(HEADER.get(at), fields.get(at));
            }
            node.put("is_public", cell.isPublic());
            node.put("privilege", cell.privilege());
            node.put("state", cell.state());
        });
        console.json(list);
    }

    private void markdown() {
        console.line("| " + String.join(" | ", HEADER) + " |");
        console.line("|" + "---|".repeat(HEADER.size()));
        cells.accept(cell -> console.line("| "
                + String.join(
                        " | ",
                        fields(cell).stream()
                                .map(field -> Visible.text(field).replace("|", "\\|"))
                                .toList())
                + " |"));
    }

    private void text() {
        TextTable table = new TextTable(HEADER.toArray(String[]::new));
        cells.accept(cell -> table.row(fields(cell).toArray(String[]::new)));
        console.lines(table.lines());
    }
}

package dev.plumbline.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.access.PrivilegeCell;
import dev.plumbline.access.PrivilegeFilter;
import dev.plumbline.access.PrivilegeListing;
import dev.plumbline.model.Csv;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.Visible;
import dev.plumbline.operation.AccessReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "privileges",
        description = {
            "Effective privileges: what every role may do on every object, through ownership, grants, PUBLIC, memberships and predefined roles.",
            "CSV: kind, schema, name, sub, role, is_public, privilege, state (1 held, 2 grant option alone, 3 both).",
            "USAGE on the schema, which a name needs besides, is a row of its own: kind schema."
        })
final class PrivilegesCommand implements Callable<Integer>, OutputFormat.Chosen {
    private static final List<String> HEADER =
            List.of("kind", "schema", "name", "sub", "role", "is_public", "privilege", "state");

    private final Session session;
    private final GlobalOptions options;

    @Mixin
    private DatabaseChoice database = new DatabaseChoice();

    @Option(names = "--role", paramLabel = "ROLE", description = "only this role, or public (may be repeated)")
    private List<String> roles = new ArrayList<>();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description =
                    "only this kind: anycolumn, column, database, fdw, language, largeobject, parameter, relation, role, routine, schema,"
                            + " sequence, server, tablespace, type (may be repeated)")
    private List<String> kinds = new ArrayList<>();

    @Option(names = "--schema", paramLabel = "SCHEMA", description = "only this schema (may be repeated)")
    private List<String> schemas = new ArrayList<>();

    @Option(names = "--privilege", paramLabel = "WORD", description = "only this privilege (may be repeated)")
    private List<String> privileges = new ArrayList<>();

    @Option(names = "--all", description = "also what is not held, with state 0")
    private boolean all;

    @Option(names = "--system", description = "also what lives in pg_catalog and information_schema")
    private boolean system;

    @Option(
            names = "--spreadsheet",
            description = "CSV that no spreadsheet takes for formulas: an apostrophe before = + - @")
    private boolean spreadsheet;

    @Spec
    private CommandSpec command = CommandSpec.create();

    PrivilegesCommand(Session session, GlobalOptions options) {
        this.session = session;
        this.options = options;
    }

    @Override
    public Set<OutputFormat> formats() {
        return Set.of(OutputFormat.CSV, OutputFormat.JSON, OutputFormat.MARKDOWN, OutputFormat.TEXT);
    }

    @Override
    public Integer call() {
        PrivilegeFilter filter = filter();
        AccessReport report = database.read(session, options, /* everyCell= */ true, system);
        requireRoles(report);
        Consumer<Consumer<PrivilegeCell>> cells =
                sink -> PrivilegeListing.list(report.snapshot(), report.privileges(), filter, sink);
        switch (options.output(OutputFormat.CSV)) {
            case JSON -> json(cells);
            case MARKDOWN -> markdown(cells);
            case TEXT -> text(cells);
            default -> csv(cells);
        }
        return ExitCode.DONE;
    }

    private PrivilegeFilter filter() {
        Set<String> known = new TreeSet<>(List.of("anycolumn", "role"));
        Arrays.stream(ObjectKind.values()).map(ObjectKind::word).forEach(known::add);
        for (String kind : kinds) {
            if (!known.contains(kind)) {
                throw new ParameterException(
                        command.commandLine(), "There is no kind \"" + kind + "\", only " + String.join(", ", known));
            }
        }
        List<String> words =
                privileges.stream().map(word -> word.toUpperCase(Locale.ROOT)).toList();
        return new PrivilegeFilter(Set.copyOf(roles), Set.copyOf(kinds), Set.copyOf(schemas), Set.copyOf(words), all);
    }

    /** A misspelt role would otherwise look like one without any privilege. */
    private void requireRoles(AccessReport report) {
        for (String role : roles) {
            boolean known = role.equals("public")
                    || report.snapshot().catalog().roles().stream()
                            .anyMatch(entry -> entry.name().text().equals(role));
            if (!known) {
                throw new ParameterException(
                        command.commandLine(), "The server has no role \"" + Visible.text(role) + "\".");
            }
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

    private void csv(Consumer<Consumer<PrivilegeCell>> cells) {
        Csv csv = spreadsheet ? Csv.FOR_SPREADSHEETS : Csv.EXACT;
        session.console().part(csv.record(HEADER) + "\n");
        cells.accept(cell -> session.console().part(csv.record(fields(cell)) + "\n"));
        session.console().flush();
    }

    private void json(Consumer<Consumer<PrivilegeCell>> cells) {
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
        session.console().json(list);
    }

    private void markdown(Consumer<Consumer<PrivilegeCell>> cells) {
        session.console().line("| " + String.join(" | ", HEADER) + " |");
        session.console().line("|" + "---|".repeat(HEADER.size()));
        cells.accept(cell -> session.console()
                .line("| "
                        + String.join(
                                " | ",
                                fields(cell).stream()
                                        .map(field -> Visible.text(field).replace("|", "\\|"))
                                        .toList())
                        + " |"));
    }

    private void text(Consumer<Consumer<PrivilegeCell>> cells) {
        TextTable table = new TextTable(HEADER.toArray(String[]::new));
        cells.accept(cell -> table.row(fields(cell).toArray(String[]::new)));
        session.console().lines(table.lines());
    }
}

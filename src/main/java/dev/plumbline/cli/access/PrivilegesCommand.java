package dev.plumbline.cli.access;

import dev.plumbline.access.PrivilegeFilter;
import dev.plumbline.access.PrivilegeListing;
import dev.plumbline.access.RoleComparison;
import dev.plumbline.access.compare.AccessComparison;
import dev.plumbline.cli.call.DatabaseChoice;
import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.cli.output.ExitCode;
import dev.plumbline.cli.output.OutputFormat;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.ServerIdentity;
import dev.plumbline.model.Visible;
import dev.plumbline.operation.AccessReport;
import dev.plumbline.operation.ReadSavedAccess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
            "USAGE on the schema, which a name needs besides, is a row of its own: kind schema.",
            "--compare lays a second role beside the first, --against a snapshot taken earlier beside now."
        })
public final class PrivilegesCommand implements Callable<Integer>, OutputFormat.Chosen {
    private static final List<String> COMPARED =
            List.of("kind", "schema", "name", "sub", "privilege", "state", "other_state");

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

    @Option(
            names = "--compare",
            paramLabel = "ROLE",
            description = "with one --role: only what differs from this role, or public")
    private @Nullable String other;

    @Option(
            names = "--against",
            paramLabel = "FILE",
            description =
                    "what changed since plumbline snapshot wrote this file: roles, grants, and who gained and lost; text, json or markdown")
    private @Nullable Path against;

    @Spec
    private CommandSpec command = CommandSpec.create();

    public PrivilegesCommand(Session session, GlobalOptions options) {
        this.session = session;
        this.options = options;
    }

    @Override
    public Set<OutputFormat> formats() {
        return against == null
                ? Set.of(OutputFormat.CSV, OutputFormat.JSON, OutputFormat.MARKDOWN, OutputFormat.TEXT)
                : Set.of(OutputFormat.JSON, OutputFormat.MARKDOWN, OutputFormat.TEXT);
    }

    @Override
    public Integer call() {
        if (against != null) {
            return since(against);
        }
        PrivilegeFilter filter = filter();
        requireOneRoleToCompare();
        AccessReport report = database.readAlsoCockroach(session, options, /* everyCell= */ true, system);
        requireRoles(report);
        if (other != null) {
            return compare(report, filter, other);
        }
        new CellsOutput(
                        session.console(),
                        spreadsheet,
                        sink -> PrivilegeListing.list(report.snapshot(), report.privileges(), filter, sink))
                .print(options.output(OutputFormat.CSV));
        return ExitCode.DONE;
    }

    private int since(Path file) {
        boolean chosen = !roles.isEmpty() || !kinds.isEmpty() || !schemas.isEmpty() || !privileges.isEmpty();
        if (chosen || other != null || all || system || spreadsheet) {
            throw mistake("--against tells of everything that changed: leave the other choices out.");
        }
        ReadSavedAccess.SavedAccess saved = ReadSavedAccess.of(file);
        AccessReport report = database.read(session, options, /* everyCell= */ false, /* system= */ false);
        ServerIdentity then = saved.snapshot().catalog().server();
        ServerIdentity now = report.snapshot().catalog().server();
        if (then.version().product() != now.version().product()) {
            throw mistake("The file is of " + then.version().shown() + ", the database of "
                    + now.version().shown() + ": their privileges do not compare.");
        }
        AccessComparison comparison = AccessComparison.between(saved.snapshot(), report.snapshot());
        ComparisonOutput output = new ComparisonOutput(comparison, then, saved.readAt(), now);
        switch (options.output()) {
            case JSON -> session.console().json(output.json());
            case MARKDOWN -> output.markdown(session.console());
            default -> output.text(session.console());
        }
        comparison.unknown().forEach(sentence -> session.console().note("Unknown: " + sentence));
        return options.detailedExitCode() && !comparison.isEmpty() ? ExitCode.FINDINGS : ExitCode.DONE;
    }

    private void requireOneRoleToCompare() {
        if (other != null && (roles.size() != 1 || roles.contains(other) || all)) {
            throw mistake("--compare ROLE needs one other --role ROLE beside it, and no --all.");
        }
    }

    private int compare(AccessReport report, PrivilegeFilter filter, String beside) {
        List<List<String>> rows = new ArrayList<>();
        RoleComparison.list(
                report.snapshot(),
                report.privileges(),
                filter,
                roles.get(0),
                beside,
                cell -> rows.add(List.of(
                        cell.kind(),
                        cell.schema() == null ? "" : cell.schema().text(),
                        cell.name(),
                        cell.sub(),
                        cell.privilege(),
                        Integer.toString(cell.state()),
                        Integer.toString(cell.otherState()))));
        new RowsOutput(COMPARED, 2, session.console(), spreadsheet).print(rows, options.output(OutputFormat.CSV));
        return options.detailedExitCode() && !rows.isEmpty() ? ExitCode.FINDINGS : ExitCode.DONE;
    }

    private ParameterException mistake(String sentence) {
        return new ParameterException(command.commandLine(), sentence);
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
        List<String> named = new ArrayList<>(roles);
        if (other != null) {
            named.add(other);
        }
        for (String role : named) {
            boolean known = role.equals("public")
                    || report.snapshot().catalog().roles().stream()
                            .anyMatch(entry -> entry.name().text().equals(role));
            if (!known) {
                throw new ParameterException(
                        command.commandLine(), "The server has no role \"" + Visible.text(role) + "\".");
            }
        }
    }
}

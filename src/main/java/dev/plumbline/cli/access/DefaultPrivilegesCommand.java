package dev.plumbline.cli.access;

import dev.plumbline.access.change.AccessChange;
import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.cli.output.Console;
import dev.plumbline.cli.output.ExitCode;
import dev.plumbline.cli.output.OutputFormat;
import dev.plumbline.cli.output.TextTable;
import dev.plumbline.drift.defaults.CellDetail;
import dev.plumbline.drift.defaults.Chip;
import dev.plumbline.drift.defaults.Counter;
import dev.plumbline.drift.defaults.DefaultMatrix;
import dev.plumbline.drift.defaults.MatrixCell;
import dev.plumbline.drift.defaults.MatrixRow;
import dev.plumbline.model.Gap;
import dev.plumbline.model.Name;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.Visible;
import dev.plumbline.operation.AccessReport;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "default-privileges",
        description = {
            "What objects created from now on will grant: creator by creator, schema by schema, beside what the ownership model asks for.",
            "With --detailed-exitcode: 3 when something is missing, extra or another creator's."
        })
public final class DefaultPrivilegesCommand implements Callable<Integer>, OutputFormat.Chosen {
    private final Session session;
    private final GlobalOptions options;

    @Mixin
    private AccessRun run = new AccessRun();

    @Option(
            names = "--mirror",
            paramLabel = "CREATOR",
            description = "plan and run the reverse rules: what this role's grantees create, it may use")
    private @Nullable String mirror;

    @Option(
            names = "--backfill",
            paramLabel = "CREATOR",
            description = "plan and run the grants on what this role created before its rules")
    private @Nullable String backfill;

    @Option(
            names = "--schema",
            paramLabel = "NAME",
            description = "with --mirror and --backfill: only there; may be repeated")
    private List<String> schemas = List.of();

    @Spec
    private CommandSpec command = CommandSpec.create();

    public DefaultPrivilegesCommand(Session session, GlobalOptions options) {
        this.session = session;
        this.options = options;
    }

    @Override
    public Set<OutputFormat> formats() {
        if (mirror == null && backfill == null) {
            return EnumSet.of(OutputFormat.TEXT, OutputFormat.JSON, OutputFormat.MARKDOWN);
        }
        return run.scripts()
                ? EnumSet.of(OutputFormat.TEXT, OutputFormat.JSON, OutputFormat.SQL, OutputFormat.MARKDOWN)
                : OutputFormat.USUAL;
    }

    @Override
    public Integer call() {
        if (mirror == null && backfill == null && !schemas.isEmpty()) {
            throw new ParameterException(command.commandLine(), "--schema goes with --mirror or --backfill.");
        }
        boolean changes = mirror != null || backfill != null;
        AccessReport report = changes
                ? run.database().read(session, options, /* everyCell= */ false, /* system= */ false)
                : run.database().readAlsoCockroach(session, options, /* everyCell= */ false, /* system= */ false);
        DefaultMatrix matrix = DefaultMatrix.of(report.snapshot(), report.privileges(), report.declared());
        if (changes) {
            return change(report, matrix);
        }
        switch (options.output()) {
            case JSON ->
                session.console()
                        .json(DefaultPrivilegesJson.of(
                                matrix, report.privileges().closure()));
            case MARKDOWN -> print(report, matrix, true);
            default -> print(report, matrix, false);
        }
        if (matrix.unknown().isPresent()) {
            return ExitCode.FAILED;
        }
        return options.detailedExitCode() && matrix.differing() > 0 ? ExitCode.FINDINGS : ExitCode.DONE;
    }

    private int change(AccessReport report, DefaultMatrix matrix) {
        AccessNames names = new AccessNames(report.snapshot(), command);
        RuleChanges rules = new RuleChanges(
                report, matrix, schemas.stream().map(names::schema).collect(Collectors.toSet()));
        List<AccessChange> changes = new ArrayList<>();
        List<Gap> unknown = new ArrayList<>();
        if (mirror != null) {
            Name creator = names.roleName(mirror);
            changes.addAll(rules.mirror(creator));
            matrix.unknown().ifPresent(unknown::add);
        }
        if (backfill != null) {
            Name creator = names.roleName(backfill);
            changes.addAll(rules.backfill(creator));
            rules.unknown(creator).ifPresent(unknown::add);
        }
        if (!unknown.isEmpty()) {
            session.console()
                    .note("Unknown: " + unknown.get(0).subject() + " could not be read, so nothing is planned.");
            return ExitCode.FAILED;
        }
        return run.run(session, options, report, changes, AccessExtra.NONE);
    }

    private void print(AccessReport report, DefaultMatrix matrix, boolean markdown) {
        Console console = session.console();
        console.line((markdown ? "# Default privileges of " : "")
                + report.target().server().database().shown()
                + (markdown ? "" : "  " + report.connection().shown()));
        heading(matrix).forEach(line -> console.lines(markdown ? List.of("", line) : List.of(line)));
        for (MatrixRow row : matrix.rows()) {
            console.line("");
            console.line((markdown ? "## " : "") + row.creator().shown() + " – " + row.can());
            List<MatrixCell> cells = matrix.interesting(row);
            if (cells.isEmpty()) {
                console.lines(markdown ? List.of("", "No rule.") : List.of("  no rule"));
            } else if (markdown) {
                markdown(report, matrix, row, cells);
            } else {
                text(report, matrix, row, cells);
            }
        }
    }

    private static List<String> heading(DefaultMatrix matrix) {
        List<String> lines = new ArrayList<>();
        Optional<Gap> gap = matrix.unknown();
        if (gap.isPresent()) {
            lines.add("Unknown: " + gap.get().subject() + " could not be read.");
        } else if (matrix.counters().isEmpty()) {
            lines.add("No ownership model is declared: the rules are listed without a judgement.");
        } else {
            lines.add(matrix.counters().stream().map(Counter::shown).collect(Collectors.joining(", ")));
        }
        if (!matrix.openToPublic().isEmpty()) {
            lines.add(
                    "PUBLIC may create in "
                            + matrix.openToPublic().stream().map(Name::shown).collect(Collectors.joining(", "))
                            + ": every role can be a creator there, and only those with a rule or a grant of their own are listed.");
        }
        return lines;
    }

    private void text(AccessReport report, DefaultMatrix matrix, MatrixRow row, List<MatrixCell> cells) {
        TextTable table = new TextTable("", "WHERE", "GRANTS", "STATE", "NOTE");
        cells.forEach(cell -> table.row(
                "  " + cell.state().sign(),
                cell.column().shown(),
                grants(cell),
                cell.state().word(),
                note(CellDetail.of(matrix, report.privileges().closure(), row, cell.column()))));
        session.console().lines(table.lines());
    }

    private void markdown(AccessReport report, DefaultMatrix matrix, MatrixRow row, List<MatrixCell> cells) {
        session.console().lines(List.of("", "| | where | grants | state | note |", "|---|---|---|---|---|"));
        for (MatrixCell cell : cells) {
            List<String> fields = List.of(
                    cell.state().sign(),
                    cell.column().shown(),
                    grants(cell),
                    cell.state().word(),
                    note(CellDetail.of(matrix, report.privileges().closure(), row, cell.column())));
            session.console()
                    .line("| "
                            + fields.stream()
                                    .map(field -> Visible.text(field).replace("|", "\\|"))
                                    .collect(Collectors.joining(" | "))
                            + " |");
        }
    }

    private static String grants(MatrixCell cell) {
        return cell.chips().isEmpty()
                ? "–"
                : cell.chips().stream().map(DefaultPrivilegesCommand::shown).collect(Collectors.joining(", "));
    }

    private static String shown(Chip chip) {
        return chip.state().differs() ? chip.shown() + " (" + chip.state().word() + ")" : chip.shown();
    }

    private static String note(CellDetail detail) {
        List<String> parts = new ArrayList<>();
        detail.cell()
                .wanted()
                .filter(wanted -> !wanted.missing().isEmpty())
                .ifPresent(wanted -> parts.add("missing "
                        + wanted.missing().stream().map(Privilege::word).collect(Collectors.joining(", ")) + " for "
                        + wanted.rule().grantee().shown()));
        if (!detail.cell().note().isEmpty()) {
            parts.add(detail.cell().note());
        }
        int unmatched = detail.backfill().unmatched().size();
        if (unmatched > 0) {
            parts.add(unmatched + " of " + detail.backfill().looked() + " existing do not match");
        }
        return String.join("; ", parts);
    }
}

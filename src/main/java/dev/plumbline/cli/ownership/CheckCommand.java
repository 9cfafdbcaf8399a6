package dev.plumbline.cli.ownership;

import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.cli.output.Console;
import dev.plumbline.cli.output.ExitCode;
import dev.plumbline.cli.output.ReportJson;
import dev.plumbline.cli.output.TextTable;
import dev.plumbline.drift.CheckResult;
import dev.plumbline.drift.State;
import dev.plumbline.drift.TruthRow;
import dev.plumbline.job.CancelToken;
import dev.plumbline.operation.OwnershipReport;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "check", description = "The ownership checks and the truth triangle of one Database. Changes nothing.")
public final class CheckCommand implements Callable<Integer> {
    private final Session session;
    private final GlobalOptions options;

    @Parameters(paramLabel = "NAME", description = "the Database resource")
    private String name = "";

    public CheckCommand(Session session, GlobalOptions options) {
        this.session = session;
        this.options = options;
    }

    @Override
    public Integer call() {
        OwnershipReport report = session.operations()
                .ownership()
                .check(session.database(options, name), new CancelToken(), session.progress(options));
        report.live()
                .ifPresent(
                        live -> session.timings().roundTrips(live.connection().roundTrips()));
        if (options.json()) {
            session.console().json(ReportJson.report(report));
        } else {
            print(report);
        }
        report.warnings().forEach(session.console()::warning);
        report.problem().ifPresent(session.console()::error);
        if (report.problem().isPresent()) {
            return ExitCode.FAILED;
        }
        return options.detailedExitCode() && report.differing() > 0 ? ExitCode.FINDINGS : ExitCode.DONE;
    }

    private void print(OwnershipReport report) {
        Console console = session.console();
        console.line(report.resource().ref().shown()
                + report.live().map(live -> "  " + live.connection().shown()).orElse(""));
        report.resource().problems().forEach(problem -> console.line("  ! " + problem));
        if (!report.notApplicable().isEmpty()) {
            console.line(report.notApplicable());
        }
        if (!report.checks().isEmpty()) {
            TextTable table = new TextTable("", "CODE", "CHECK", "SUBJECT", "DECLARED", "CATALOG", "NOTE");
            for (CheckResult check : report.checks()) {
                table.row(
                        sign(check.state()),
                        check.code(),
                        check.title(),
                        check.subject(),
                        check.expected(),
                        check.actual(),
                        check.note());
            }
            console.line("");
            console.lines(table.lines());
        }
        console.line("");
        TextTable truth = new TextTable("FIELD", "SPEC", "STATUS", "CATALOG", "VERDICT");
        for (TruthRow row : report.truth()) {
            truth.row(
                    row.field(),
                    row.spec(),
                    row.status(),
                    row.catalog(),
                    row.verdict().shown());
        }
        console.lines(truth.lines());
        console.line("");
        console.line("Will the operator fight a repair? "
                + report.forecast().verdict().name().toLowerCase(Locale.ROOT) + ": "
                + report.forecast().sentence());
    }

    private static String sign(State state) {
        return switch (state) {
            case OK -> "○";
            case MISSING -> "●";
            case DRIFT -> "▲";
            case PARTIAL -> "◆";
            case UNKNOWN -> "?";
            case NOT_APPLICABLE -> "–";
        };
    }
}

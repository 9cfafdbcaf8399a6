package dev.plumbline.cli.migration;

import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.cli.output.Console;
import dev.plumbline.cli.output.ExitCode;
import dev.plumbline.cli.output.OutputFormat;
import dev.plumbline.job.CancelToken;
import dev.plumbline.migration.directory.TransactionMode;
import dev.plumbline.migration.lint.LintReport;
import dev.plumbline.migration.lint.Severity;
import dev.plumbline.migration.lint.report.LintJson;
import dev.plumbline.migration.lint.report.LintMarkdown;
import dev.plumbline.migration.lint.report.LintSarif;
import dev.plumbline.migration.lint.report.LintText;
import dev.plumbline.migration.revision.ExecutionOrder;
import dev.plumbline.model.Name;
import dev.plumbline.operation.migration.FetchedMigrations;
import dev.plumbline.operation.migration.LintMigrations;
import dev.plumbline.operation.migration.MigrationChoice;
import dev.plumbline.operation.migration.PlannedMigrations;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "lint",
        description = {
            "Judges the text of migrations by rules on PostgreSQL's own parse tree, without a database: what loses data, keeps others",
            "waiting, fails on rows that are there, or widens access. With --dsn the pending files, and besides by what the database is:",
            "traced on a scratch server, and asked how large and how busy its tables are and whether its rows fit. That changes nothing.",
            "With --detailed-exitcode 3 when an error or a warning is left."
        })
final class MigrationLintCommand implements Callable<Integer>, OutputFormat.Chosen {
    private static final int NEWEST = 18;
    private final Session session;
    private final GlobalOptions options;

    @Mixin
    private MigrationSource source = new MigrationSource();

    @Option(
            names = "--latest",
            paramLabel = "N",
            description = "only the last N files (default: all, or as .atlas.hcl says)")
    private int latest;

    @Option(names = "--from", paramLabel = "VERSION", description = "only from this version on")
    private @Nullable String from;

    @Option(
            names = "--major",
            paramLabel = "N",
            description = "the major version of the server that it is meant for (default: 18, with --dsn the server's)")
    private @Nullable Integer major;

    @Option(
            names = "--tx-mode",
            paramLabel = "file|all|none",
            description = "of files that ask for none (default: file)")
    private TransactionMode mode = TransactionMode.FILE;

    @Option(names = "--config", paramLabel = "FILE", description = "another configuration than DIR/.atlas.hcl")
    private @Nullable Path config;

    @Option(
            names = "--search-path",
            paramLabel = "SCHEMA",
            description = "with --dsn: where names without a schema are looked for (default: public)")
    private String searchPath = "public";

    @Mixin
    private LiveOptions live = new LiveOptions();

    MigrationLintCommand(Session session, GlobalOptions options) {
        this.session = session;
        this.options = options;
    }

    @Override
    public Set<OutputFormat> formats() {
        return EnumSet.of(OutputFormat.TEXT, OutputFormat.JSON, OutputFormat.MARKDOWN, OutputFormat.SARIF);
    }

    @Override
    public Integer call() {
        LintReport report;
        String shown;
        try (FetchedMigrations fetched = source.fetch(session, options, false)) {
            shown = fetched.shown();
            Optional<String> dsn = options.dsn();
            if (dsn.isPresent() && (latest > 0 || from != null || major != null || config != null)) {
                session.console()
                        .note(
                                "With --dsn the pending files are judged for the server that is there, by the directory's own configuration: leave out --latest, --from, --major and --config.");
                return ExitCode.USAGE;
            }
            report = dsn.isPresent() ? asked(dsn.get(), fetched) : parsed(fetched);
            if (!fetched.source().isEmpty()) {
                session.console().note("The files are those of " + shown + ".");
            }
        }
        Console console = session.console();
        switch (options.output()) {
            case JSON -> console.line(LintJson.of(report));
            case SARIF -> console.line(LintSarif.of(report, shown));
            case MARKDOWN -> console.lines(LintMarkdown.of(report));
            default -> console.lines(LintText.of(report));
        }
        return ending(report);
    }

    private LintReport parsed(FetchedMigrations fetched) {
        return session.operations()
                .migrations()
                .lints()
                .lint(
                        fetched.directory(),
                        new LintMigrations.Options(
                                latest,
                                Optional.ofNullable(from),
                                major == null ? NEWEST : major,
                                mode,
                                Optional.ofNullable(config),
                                source.form()));
    }

    /** What a plan of them rests on. What keeps such a plan from running, such as a statement that fails on the scratch server, is told besides. */
    private LintReport asked(String dsn, FetchedMigrations fetched) {
        PlannedMigrations planned = session.operations()
                .migrations()
                .plans()
                .plan(
                        dsn,
                        MigrationChoice.of(fetched.directory())
                                .running(mode, ExecutionOrder.LINEAR, Name.of(searchPath), true)
                                .judging(live.limits())
                                .from(fetched.source()),
                        new CancelToken(),
                        session.progress(options));
        planned.trace().notes().forEach(session.console()::note);
        planned.plan()
                .refusals()
                .forEach(refusal ->
                        session.console().note(refusal.checkCode() + " " + refusal.what() + ": " + refusal.why()));
        return planned.lint();
    }

    private int ending(LintReport report) {
        boolean left = report.findings().stream().anyMatch(finding -> finding.severity() != Severity.ADVICE);
        return left && options.detailedExitCode() ? ExitCode.FINDINGS : ExitCode.DONE;
    }
}

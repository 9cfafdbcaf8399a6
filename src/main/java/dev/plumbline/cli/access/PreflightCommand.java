package dev.plumbline.cli.access;

import dev.plumbline.access.preflight.Answer;
import dev.plumbline.access.preflight.MeasuredReport;
import dev.plumbline.access.preflight.MigrationPreflight;
import dev.plumbline.access.preflight.Operation;
import dev.plumbline.access.preflight.OptionScripts;
import dev.plumbline.access.preflight.Preflight;
import dev.plumbline.access.preflight.PreflightQuestion;
import dev.plumbline.access.preflight.ScriptOption;
import dev.plumbline.access.preflight.StatementVerdict;
import dev.plumbline.access.preflight.TlsAdvice;
import dev.plumbline.cli.call.DatabaseChoice;
import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.cli.output.ExitCode;
import dev.plumbline.cli.output.OutputFormat;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Name;
import dev.plumbline.operation.AccessReport;
import dev.plumbline.operation.PreflightAnswer;
import dev.plumbline.operation.ReadMigrations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "preflight",
        description = {
            "May a role do what a schema migration tool needs, by which path, and what is the least that is missing?",
            "-o sql prints the script of --option (default: least) and runs nothing."
        })
public final class PreflightCommand implements Callable<Integer>, OutputFormat.Chosen {
    private final Session session;
    private final GlobalOptions options;

    @Mixin
    private DatabaseChoice database = new DatabaseChoice();

    @Option(names = "--role", paramLabel = "ROLE", description = "the migrating role (default: the login)")
    private @Nullable String role;

    @Option(
            names = "--schema",
            paramLabel = "SCHEMA",
            description = "a schema that is migrated (may be repeated; default: public)")
    private List<String> schemas = new ArrayList<>();

    @Option(
            names = "--tracking-schema",
            paramLabel = "SCHEMA",
            defaultValue = "_pgflux",
            description = "where the tool keeps what was applied (default: _pgflux)")
    private String tracking = "_pgflux";

    @Option(
            names = "--option",
            paramLabel = "OPTION",
            description = "the script: superuser, schema-owner, granular, read-only or least (default: least)")
    private @Nullable String option;

    @Option(
            names = "--operation",
            paramLabel = "WORD",
            description = "only this operation in the least script, such as alter-tables (may be repeated)")
    private List<String> operations = new ArrayList<>();

    @Option(
            names = "--migrations",
            paramLabel = "DIR",
            description = "also each statement of the .sql files in this directory")
    private @Nullable Path migrations;

    @Option(
            names = "--measure",
            description = {
                "also try each operation as the role, on a scratch server, in a transaction that is rolled back; takes locks.",
                "Only with --dsn, whose login must be able to SET ROLE."
            })
    private boolean measure;

    @Spec
    private CommandSpec command = CommandSpec.create();

    public PreflightCommand(Session session, GlobalOptions options) {
        this.session = session;
        this.options = options;
    }

    @Override
    public Set<OutputFormat> formats() {
        return Set.of(OutputFormat.TEXT, OutputFormat.JSON, OutputFormat.SQL, OutputFormat.MARKDOWN);
    }

    @Override
    public Integer call() {
        String dsn = requireMeasurable();
        ScriptOption script = ScriptOption.ofWord(option == null ? "least" : option)
                .orElseThrow(() -> usage("--option is one of superuser, schema-owner, granular, read-only, least"));
        Set<Operation> wanted = wanted();
        AccessReport report = database.read(session, options, /* everyCell= */ false, /* system= */ false);
        PreflightQuestion question = question(report);
        if (options.output() == OutputFormat.SQL) {
            session.console()
                    .raw(new OptionScripts(report.snapshot(), question)
                            .script(script, wanted)
                            .text());
            return ExitCode.DONE;
        }
        if (report.snapshot().catalog().role(question.role()).isEmpty()) {
            throw usage("The server has no role \"" + question.role().shown()
                    + "\"; -o sql writes the script that makes it.");
        }
        PreflightAnswer answer = answer(report, question, dsn);
        print(answer);
        boolean disagrees =
                answer.measured() != null && !answer.measured().disagreements().isEmpty();
        boolean lacks =
                answer.report().count(Answer.YES) < answer.report().rows().size();
        if (disagrees) {
            return ExitCode.FAILED;
        }
        return lacks && options.detailedExitCode() ? ExitCode.FINDINGS : ExitCode.DONE;
    }

    private PreflightAnswer answer(AccessReport report, PreflightQuestion question, String dsn) {
        Preflight preflight = Preflight.of(report.snapshot(), report.privileges(), question);
        List<StatementVerdict> statements = new ArrayList<>();
        if (migrations != null) {
            MigrationPreflight ofMigrations = new MigrationPreflight(preflight);
            ReadMigrations.in(migrations)
                    .forEach(file -> statements.addAll(ofMigrations.file(file.name(), file.text())));
        }
        MeasuredReport measured = measure
                ? session.operations().measuring().ofDsn(dsn, question, new CancelToken(), session.progress(options))
                : null;
        return new PreflightAnswer(
                preflight.report(), statements, TlsAdvice.of(report.connection().mode()), measured);
    }

    private void print(PreflightAnswer answer) {
        switch (options.output()) {
            case JSON -> session.console().json(PreflightJson.of(answer));
            case MARKDOWN -> session.console().lines(PreflightMarkdown.of(answer));
            default -> session.console().lines(PreflightText.of(answer));
        }
    }

    /** Nothing is tried on what a resource names: the connection string must be typed for it. */
    private String requireMeasurable() {
        if (measure && (database.isResource() || options.dsn().isEmpty())) {
            throw usage("--measure tries statements for real: only with --dsn, and not with --database");
        }
        if (measure && options.readOnly()) {
            throw usage("--measure runs statements, though it rolls them back: not with --read-only");
        }
        return options.dsn().orElse("");
    }

    private Set<Operation> wanted() {
        Set<Operation> wanted = EnumSet.noneOf(Operation.class);
        for (String word : operations) {
            wanted.add(Operation.ofWord(word).orElseThrow(() -> usage("There is no operation \"" + word + "\"")));
        }
        return wanted.isEmpty() ? EnumSet.allOf(Operation.class) : wanted;
    }

    private PreflightQuestion question(AccessReport report) {
        List<Name> named = (schemas.isEmpty() ? List.of("public") : schemas)
                .stream().map(Name::of).distinct().toList();
        Name migrator = role == null ? report.snapshot().catalog().server().login() : Name.of(role);
        return new PreflightQuestion(migrator, named, Name.of(tracking));
    }

    private ParameterException usage(String words) {
        return new ParameterException(command.commandLine(), dev.plumbline.model.Visible.text(words));
    }
}

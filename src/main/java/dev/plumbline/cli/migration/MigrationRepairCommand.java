package dev.plumbline.cli.migration;

import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.cli.output.Console;
import dev.plumbline.cli.output.ExitCode;
import dev.plumbline.cli.output.JsonFields;
import dev.plumbline.cli.output.RunEnding;
import dev.plumbline.cli.output.RunProgress;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Visible;
import dev.plumbline.operation.migration.FetchedMigrations;
import dev.plumbline.operation.migration.HalfwayFile;
import dev.plumbline.operation.migration.MigrationChoice;
import dev.plumbline.operation.migration.RecordChange;
import dev.plumbline.operation.migration.RepairMigrations;
import dev.plumbline.plan.RunOutcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "repair",
        description = {
            "For a file that a run stopped in: what the database shows of each of its statements, and what can be done. With one of the",
            "two options the record of a version is set right, by a plan like any other."
        })
final class MigrationRepairCommand implements Callable<Integer> {
    private static final int LONGEST = 90;
    private final Session session;
    private final GlobalOptions options;

    @Mixin
    private MigrationOptions migration = new MigrationOptions();

    @Mixin
    private MigrationRun run = new MigrationRun();

    @ArgGroup
    private @Nullable Mark mark;

    MigrationRepairCommand(Session session, GlobalOptions options) {
        this.session = session;
        this.options = options;
    }

    /** One of both. */
    static final class Mark {
        @Option(
                names = "--mark-applied",
                paramLabel = "VERSION",
                description = "record all of the file of this version as run")
        private @Nullable String applied;

        @Option(
                names = "--mark-not-applied",
                paramLabel = "VERSION",
                description = "take away the record of this version; it is pending again")
        private @Nullable String notApplied;
    }

    @Override
    public Integer call() {
        try (FetchedMigrations fetched = migration.fetch(session, options)) {
            Optional<String> dsn = options.dsn().or(fetched::dsn);
            if (dsn.isEmpty()) {
                session.console().note("migration repair needs the database: --dsn or --upgrade.");
                return ExitCode.USAGE;
            }
            RepairMigrations repairs = session.operations().migrations().repairs();
            MigrationChoice choice = migration.choice(fetched);
            return mark == null ? look(repairs, dsn.get(), choice) : change(repairs, dsn.get(), choice, mark);
        }
    }

    private int change(RepairMigrations repairs, String dsn, MigrationChoice choice, Mark wanted) {
        Console console = session.console();
        boolean applied = wanted.applied != null;
        RecordChange change = repairs.plan(
                dsn,
                choice,
                applied ? String.valueOf(wanted.applied) : String.valueOf(wanted.notApplied),
                applied ? RecordChange.To.APPLIED : RecordChange.To.NOT_APPLIED,
                new CancelToken());
        console.line(change.plan().target().shown());
        change.plan().steps().forEach(step -> {
            console.line("-- " + Visible.text(step.reason()));
            console.line(step.sql().text() + ";");
        });
        if (run.isDry()) {
            return ExitCode.DONE;
        }
        RunOutcome outcome =
                repairs.run(change, run.approval(change.plan(), options), new RunProgress(console), new CancelToken());
        outcome.problem().ifPresent(console::error);
        console.line(RunEnding.words(outcome));
        return RunEnding.exitCode(outcome);
    }

    private int look(RepairMigrations repairs, String dsn, MigrationChoice choice) {
        List<HalfwayFile> files = repairs.look(dsn, choice, new CancelToken(), session.progress(options));
        Console console = session.console();
        if (options.json()) {
            console.json(JsonFields.node(Map.of(
                    "files", files.stream().map(MigrationRepairCommand::json).toList())));
        } else if (files.isEmpty()) {
            console.line("No run stopped within a file.");
        } else {
            files.forEach(file -> text(file, choice, console));
        }
        return !files.isEmpty() && options.detailedExitCode() ? ExitCode.FINDINGS : ExitCode.DONE;
    }

    private static void text(HalfwayFile file, MigrationChoice choice, Console console) {
        console.line(file.state().name() + ": a run stopped in it");
        file.statements().forEach(seen -> {
            String first = seen.statement().text().lines().findFirst().orElse("");
            console.line(String.format(
                    java.util.Locale.ROOT,
                    "  %3d %-15s %s",
                    seen.statement().number(),
                    seen.was().words(),
                    Visible.text(first.length() > LONGEST ? first.substring(0, LONGEST) + "\u2026" : first)));
            if (!seen.why().isEmpty()) {
                console.line("      " + Visible.text(seen.why()));
            }
        });
        String directory = Visible.text(choice.shown());
        String version = Visible.text(file.state().version());
        console.line("");
        console.line("  go on behind what is recorded or took effect:   migration resume " + directory);
        console.line("  go on with statement N, since you know better:   migration resume " + directory
                + " --from-statement N");
        console.line("  all of it ran:                                   migration repair " + directory
                + " --mark-applied " + version);
        console.line("  none of it stands, you have undone it:           migration repair " + directory
                + " --mark-not-applied " + version);
    }

    private static Map<String, Object> json(HalfwayFile file) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("file", file.state().name());
        one.put("version", file.state().version());
        one.put(
                "statements",
                file.statements().stream()
                        .map(seen -> JsonFields.of(
                                "number", seen.statement().number(),
                                "line", seen.statement().line(),
                                "state", seen.was().name(),
                                "why", seen.why()))
                        .toList());
        return one;
    }
}

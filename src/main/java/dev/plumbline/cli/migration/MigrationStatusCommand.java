package dev.plumbline.cli.migration;

import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.cli.output.Console;
import dev.plumbline.cli.output.ExitCode;
import dev.plumbline.cli.output.JsonFields;
import dev.plumbline.job.CancelToken;
import dev.plumbline.migration.directory.DirectoryForm;
import dev.plumbline.migration.directory.SumCheck;
import dev.plumbline.migration.revision.FileState;
import dev.plumbline.migration.revision.Revision;
import dev.plumbline.operation.migration.FetchedMigrations;
import dev.plumbline.operation.migration.PlanMigrations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "status", description = "Where a database stands against a migration directory, file by file.")
final class MigrationStatusCommand implements Callable<Integer> {
    private static final Set<FileState.State> FINE = Set.of(FileState.State.APPLIED, FileState.State.COVERED);
    private final Session session;
    private final GlobalOptions options;

    @Mixin
    private MigrationOptions migration = new MigrationOptions();

    MigrationStatusCommand(Session session, GlobalOptions options) {
        this.session = session;
        this.options = options;
    }

    @Override
    public Integer call() {
        Console console = session.console();
        PlanMigrations.Status status;
        String source;
        try (FetchedMigrations fetched = migration.fetch(session, options)) {
            Optional<String> dsn = options.dsn().or(fetched::dsn);
            if (dsn.isEmpty()) {
                console.note("migration status needs the database: --dsn or --upgrade.");
                return ExitCode.USAGE;
            }
            source = fetched.shown();
            status = session.operations()
                    .migrations()
                    .plans()
                    .status(dsn.get(), migration.choice(fetched), new CancelToken());
        }
        if (status.directory().check() instanceof SumCheck.Differs differs) {
            console.note("atlas.sum:" + differs.line() + ": " + differs.shown());
        } else if (status.directory().check() instanceof SumCheck.NoSum) {
            console.note("There is no atlas.sum; \"migration hash\" writes it.");
        }
        if (options.json()) {
            console.json(JsonFields.node(json(status, source)));
        } else {
            text(status, source, console);
        }
        boolean left = status.state().files().stream().anyMatch(file -> !FINE.contains(file.state()));
        return left && options.detailedExitCode() ? ExitCode.FINDINGS : ExitCode.DONE;
    }

    private static void text(PlanMigrations.Status status, String source, Console console) {
        console.line(status.database());
        console.line("files of " + source + ", in the form of "
                + status.directory().form().tool());
        console.line(
                status.revisions().exists()
                        ? "recorded in " + status.revisions().shown()
                        : "nothing was ever recorded there");
        for (FileState file : status.state().files()) {
            console.line("  " + file.name() + "  " + file.state().words()
                    + file.revision().map(MigrationStatusCommand::when).orElse("")
                    + (status.directory().form() == DirectoryForm.PG_FLUX ? down(status, file) : ""));
        }
        long pending = status.state().in(FileState.State.PENDING).size();
        console.line(pending == 0 ? "Nothing is pending." : pending + " pending.");
    }

    private static String down(PlanMigrations.Status status, FileState file) {
        return file.file().isEmpty()
                ? ""
                : status.directory()
                        .down(file.version())
                        .map(down -> ", way back in " + down.file().name())
                        .orElse(", no way back");
    }

    private static String when(Revision revision) {
        String halfway = revision.isPartial() || revision.isUndoing()
                ? ", " + revision.applied() + " of " + revision.total() + " statements"
                : "";
        String error = revision.error().isEmpty() ? "" : ": " + revision.error();
        return " at " + revision.executedAtSecond() + halfway + error;
    }

    private static Map<String, Object> json(PlanMigrations.Status status, String source) {
        List<Map<String, Object>> files = status.state().files().stream()
                .map(file -> {
                    Map<String, Object> one = new LinkedHashMap<>();
                    one.put("version", file.version());
                    one.put("file", file.file().map(each -> each.name()).orElse(null));
                    one.put("state", file.state().name());
                    one.put(
                            "down",
                            status.directory()
                                    .down(file.version())
                                    .map(each -> each.file().name())
                                    .orElse(null));
                    file.revision().ifPresent(revision -> {
                        one.put("applied", revision.applied());
                        one.put("total", revision.total());
                        one.put("executedAt", revision.executedAt());
                        one.put("error", revision.error());
                    });
                    return one;
                })
                .toList();
        return JsonFields.of(
                "database", status.database(),
                "source", source,
                "form", status.directory().form().tool(),
                "recorded", status.revisions().exists(),
                "schema", status.revisions().schema().text(),
                "files", files);
    }
}

package dev.plumbline.operation.migration;

import dev.plumbline.catalog.structure.StructureReader;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.migration.directory.FileText;
import dev.plumbline.migration.directory.MigrationStatement;
import dev.plumbline.migration.parse.PostgresParser;
import dev.plumbline.migration.revision.FileState;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.operation.migration.HalfwayFile.Seen;
import dev.plumbline.operation.migration.HalfwayFile.Was;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds out what of a file that a run stopped in the database has had: each statement that is not recorded is tried on a scratch server of the database's structure. */
final class LookHalfway {
    private final ServerPools pools;
    private final TraceMigrations tracing;
    private final PostgresParser parser;

    LookHalfway(ServerPools pools, TraceMigrations tracing, PostgresParser parser) {
        this.pools = pools;
        this.tracing = tracing;
        this.parser = parser;
    }

    HalfwayFile look(
            ConnectionTarget target,
            ReadDirectory directory,
            FileState state,
            MigrationChoice choice,
            CancelToken cancel,
            Progress progress) {
        FileText whole = directory.files().stream()
                .filter(text -> state.file().filter(text.file()::equals).isPresent())
                .findFirst()
                .orElseThrow();
        long recorded = state.revision().map(row -> row.applied()).orElse(0L);
        List<FileText> rest = Halfway.of(directory, List.of(state), 0).rest();
        StructureSnapshot live = pools.read(target, cancel, session -> new StructureReader().read(session, cancel));
        StructureSnapshot base = BuiltIndex.without(live, builtBy(whole, choice));
        Map<Integer, Seen> seen = new HashMap<>();
        boolean more = true;
        while (more) {
            MigrationTrace trace = tracing.trace(base, rest, choice.mode(), choice.searchPath(), cancel, progress);
            more = trace.failure()
                    .filter(failed -> TookEffect.of(failed, parser))
                    .isPresent();
            if (more) {
                TracedStatement done = trace.failure().orElseThrow();
                seen.put(done.statement().number(), new Seen(done.statement(), Was.TOOK_EFFECT, done.said()));
                rest = without(rest, done.statement());
            } else {
                trace.files().stream()
                        .flatMap(file -> file.statements().stream())
                        .forEach(traced -> seen.put(traced.statement().number(), judged(traced)));
            }
        }
        List<Seen> all = new ArrayList<>();
        for (MigrationStatement statement : whole.statements()) {
            all.add(
                    statement.number() <= recorded
                            ? new Seen(statement, Was.RECORDED, "")
                            : seen.getOrDefault(statement.number(), new Seen(statement, Was.CANNOT_TELL, "")));
        }
        return new HalfwayFile(state, all);
    }

    private List<BuiltIndex> builtBy(FileText file, MigrationChoice choice) {
        return file.statements().stream()
                .flatMap(statement -> BuiltIndex.of(statement, parser, choice.searchPath()).stream())
                .toList();
    }

    private static List<FileText> without(List<FileText> files, MigrationStatement done) {
        return files.stream()
                .map(text -> text.keeping(statement -> statement.number() != done.number()))
                .toList();
    }

    private static Seen judged(TracedStatement traced) {
        boolean changes =
                traced.changes().map(found -> !found.differences().isEmpty()).orElse(false);
        return switch (traced.state()) {
            case FAILED -> new Seen(traced.statement(), Was.CANNOT_TELL, "it fails there: " + traced.said());
            case NOT_RUN -> new Seen(traced.statement(), Was.CANNOT_TELL, traced.said());
            case RAN, RAN_ALONE ->
                changes
                        ? new Seen(traced.statement(), Was.NOT_YET, "")
                        : new Seen(
                                traced.statement(),
                                Was.CANNOT_TELL,
                                "it changes nothing that a structure shows, such as rows: look at those");
        };
    }
}

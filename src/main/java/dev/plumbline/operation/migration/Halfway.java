package dev.plumbline.operation.migration;

import dev.plumbline.migration.directory.FileText;
import dev.plumbline.migration.directory.MigrationStatement;
import dev.plumbline.migration.parse.PostgresParser;
import dev.plumbline.migration.revision.FileState;
import dev.plumbline.migration.revision.Revision;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files that an earlier run stopped in, without the statements that are recorded as run. The one that was under way may have taken effect before it could be recorded: then what it makes is in the
 * database, or what it drops is not, and the server says so when the statement is tried on a copy of its structure.
 */
record Halfway(List<FileText> rest) {
    Halfway {
        rest = List.copyOf(rest);
    }

    /** @param from the statement to go on with, by the word of a person; 0 for the first that is not recorded */
    static Halfway of(ReadDirectory directory, List<FileState> partial, int from) {
        return new Halfway(
                partial.stream().flatMap(state -> rest(directory, state, from)).toList());
    }

    private static Stream<FileText> rest(ReadDirectory directory, FileState state, int from) {
        long recorded = state.revision().map(Revision::applied).orElse(0L);
        long applied = from > 0 ? Math.max(recorded, from - 1L) : recorded;
        return directory.files().stream()
                .filter(text -> state.file().filter(text.file()::equals).isPresent())
                .map(text -> without(text, applied));
    }

    private static FileText without(FileText text, long applied) {
        return text.keeping(statement -> statement.number() > applied);
    }

    /** The statement that was under way when the run stopped, when the trace shows that it took effect. */
    Optional<MigrationStatement> tookEffect(MigrationTrace trace, PostgresParser parser) {
        return trace.failure()
                .filter(failed -> rest.stream().anyMatch(text -> isFirst(text, failed.statement())))
                .filter(failed -> TookEffect.of(failed, parser))
                .map(TracedStatement::statement);
    }

    private static boolean isFirst(FileText text, MigrationStatement statement) {
        return !text.statements().isEmpty() && text.statements().get(0).equals(statement);
    }

    /** The same files without that statement. */
    static List<FileText> behind(List<FileText> files, MigrationStatement done) {
        return files.stream()
                .map(text -> text.file().equals(done.file()) ? without(text, done.number()) : text)
                .toList();
    }
}

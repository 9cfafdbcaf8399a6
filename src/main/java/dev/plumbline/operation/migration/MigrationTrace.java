package dev.plumbline.operation.migration;

import dev.plumbline.migration.directory.FileText;
import dev.plumbline.migration.directory.TransactionMode;
import dev.plumbline.model.structure.StructureSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How migrations went on a scratch server of the same structure, where no rows were.
 *
 * @param major of that server
 * @param before what was built there, in its words
 * @param after what the migrations made of it; of those that ran, when one failed
 * @param traced how long the statements took with what was looked at between them
 * @param notes what could not be built or was left out
 */
public record MigrationTrace(
        List<File> files,
        int major,
        StructureSnapshot before,
        StructureSnapshot after,
        Duration traced,
        List<String> notes) {
    public MigrationTrace {
        files = List.copyOf(files);
        notes = List.copyOf(notes);
    }

    public record File(FileText text, TransactionMode mode, List<TracedStatement> statements) {
        public File {
            statements = List.copyOf(statements);
        }
    }

    /** The statement that failed; nothing behind it was run. */
    public Optional<TracedStatement> failure() {
        return files.stream()
                .flatMap(file -> file.statements().stream())
                .filter(statement -> statement.state() == TracedStatement.State.FAILED)
                .findFirst();
    }
}

package dev.plumbline.migration.lint;

import dev.plumbline.migration.directory.FileText;
import java.util.List;

/** A whole file with its statements that could be parsed. */
public record FileSeen(FileText file, List<Seen> statements) {
    public FileSeen {
        statements = List.copyOf(statements);
    }
}

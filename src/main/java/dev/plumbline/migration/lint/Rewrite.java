package dev.plumbline.migration.lint;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What to write instead of a statement, as the files that it takes, in order. Names in it are quoted always; what the author wrote stays as it is written.
 *
 * @param note what differs from the original in the end, or what has to be done between; empty for nothing
 */
public record Rewrite(List<File> files, String note) {
    public Rewrite {
        files = List.copyOf(files);
    }

    /** @param inTransaction false for a file that has to begin with {@code -- atlas:txmode none} */
    public record File(boolean inTransaction, List<String> statements) {
        public File {
            statements = List.copyOf(statements);
        }

        public String text() {
            return (inTransaction ? "" : "-- atlas:txmode none\n\n")
                    + statements.stream().map(each -> each + ";\n").collect(Collectors.joining());
        }
    }

    /** Every statement, in order. */
    public List<String> statements() {
        return files.stream().flatMap(file -> file.statements().stream()).toList();
    }
}

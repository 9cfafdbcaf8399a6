package dev.plumbline.migration.directory;

import java.util.List;

/**
 * A statement of a migration. {@code number} counts in its file from 1; {@code line} is where it begins, from 1; {@code text} is without its semicolon; {@code closed} tells whether one stood there.
 * {@code directives} stand in the comments right above it, and {@code hasReason} tells whether those comments hold other words as well.
 */
public record MigrationStatement(
        MigrationFile file,
        int number,
        int line,
        String text,
        boolean closed,
        Kind kind,
        List<Directive> directives,
        boolean hasReason) {
    public MigrationStatement {
        directives = List.copyOf(directives);
    }

    /** One whose comments are not looked at for a reason. */
    public MigrationStatement(
            MigrationFile file, int number, int line, String text, Kind kind, List<Directive> directives) {
        this(file, number, line, text, true, kind, directives, true);
    }

    public enum Kind {
        SQL,
        /** A command to psql: no server understands it. */
        PSQL_COMMAND,
        /** A COPY whose rows stand in the file. */
        COPY_ROWS
    }

    /** The same with another number, where the file is not run in the order of its lines. */
    MigrationStatement numbered(int other) {
        return new MigrationStatement(file, other, line, text, closed, kind, directives, hasReason);
    }

    /** Analyzers and codes that are not to judge it. */
    public List<String> notLinted() {
        return directives.stream()
                .filter(directive -> directive.name().equals("nolint"))
                .flatMap(directive -> directive.words().stream())
                .toList();
    }

    /** Whether nothing is to judge it. */
    public boolean isNotLinted() {
        return directives.stream()
                .anyMatch(directive ->
                        directive.name().equals("nolint") && directive.words().isEmpty());
    }

    /** File and line, as messages name a place. */
    public String place() {
        return file.name() + ":" + line;
    }
}

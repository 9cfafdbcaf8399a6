package dev.plumbline.migration.directory;

import dev.plumbline.model.statement.StatementScanner;
import dev.plumbline.model.statement.StatementScanner.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The statements of a file, cut as psql does; by the file's own delimiter where it names one. */
final class FileStatements {
    private final MigrationFile file;
    private final List<MigrationStatement> found = new ArrayList<>();

    private FileStatements(MigrationFile file) {
        this.file = file;
    }

    static List<MigrationStatement> of(MigrationFile file, FileHead head, String text) {
        FileStatements statements = new FileStatements(file);
        head.delimiter()
                .ifPresentOrElse(delimiter -> statements.byDelimiter(text, delimiter), () -> statements.asPsql(text));
        return statements.found;
    }

    private void asPsql(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        StatementScanner.scan(bytes, span -> {
            String lead = text(bytes, span.lead(), span.begin());
            int firstLine = span.line() - newlines(lead);
            String whole = text(bytes, span.begin(), span.end());
            int begin = behindHashes(whole);
            String above = lead + whole.substring(0, begin);
            String statement = whole.substring(begin).strip();
            if (!statement.isEmpty()) {
                add(firstLine + newlines(above), statement, span.closed(), kind(span), Above.of(above, firstLine));
            }
        });
    }

    /** A line that begins with a hash is a comment to Atlas, and none to PostgreSQL: it is never sent. */
    private static int behindHashes(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) == '#') {
            int newline = text.indexOf('\n', at);
            at = newline < 0 ? text.length() : newline + 1;
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }
        return at;
    }

    private static int newlines(String text) {
        return (int) text.chars().filter(each -> each == '\n').count();
    }

    private static String text(byte[] bytes, long from, long to) {
        return new String(bytes, (int) from, (int) (to - from), StandardCharsets.UTF_8);
    }

    private static MigrationStatement.Kind kind(Span span) {
        return switch (span.kind()) {
            case COMMAND -> MigrationStatement.Kind.PSQL_COMMAND;
            case WITH_ROWS -> MigrationStatement.Kind.COPY_ROWS;
            case STATEMENT -> MigrationStatement.Kind.SQL;
        };
    }

    /** What the comments right above a statement say: those behind the last empty line. */
    private record Above(List<Directive> directives, boolean hasReason) {
        static Above of(String lead, int firstLine) {
            List<String> lines = lead.lines().toList();
            int from = 0;
            for (int index = 0; index < lines.size(); index++) {
                from = lines.get(index).isBlank() && index < lines.size() - 1 ? index + 1 : from;
            }
            String text = String.join("\n", lines.subList(Math.min(from, lines.size()), lines.size()));
            return new Above(Directive.all(text, firstLine + from), Directive.hasOtherWords(text));
        }
    }

    /** As Atlas does: the delimiter ends a statement wherever it stands outside of quotes and comments. */
    private void byDelimiter(String text, String delimiter) {
        int begin = Math.max(0, text.indexOf('\n'));
        for (DelimitedText.Piece piece : DelimitedText.cut(text, begin, delimiter)) {
            int line = 1
                    + (int) text.chars()
                            .limit(piece.begin())
                            .filter(each -> each == '\n')
                            .count();
            int firstLine = line
                    - (int) piece.lead().chars().filter(each -> each == '\n').count();
            add(line, piece.text(), false, MigrationStatement.Kind.SQL, Above.of(piece.lead(), firstLine));
        }
    }

    private void add(int line, String text, boolean closed, MigrationStatement.Kind kind, Above above) {
        found.add(new MigrationStatement(
                file, found.size() + 1, line, text, closed, kind, above.directives(), above.hasReason()));
    }
}

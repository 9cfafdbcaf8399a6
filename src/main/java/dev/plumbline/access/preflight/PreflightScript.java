package dev.plumbline.access.preflight;

import dev.plumbline.model.Sql;
import dev.plumbline.model.Visible;
import java.util.ArrayList;
import java.util.List;

/** A script as comments and statements in their order; whatever of a comment could end its line is escaped. It holds no password. */
public record PreflightScript(ScriptOption option, List<Line> lines) {
    public PreflightScript {
        lines = List.copyOf(lines);
    }

    /** A comment before a statement, or alone; either may be missing, never both. */
    public sealed interface Line {
        record Comment(String text) implements Line {}

        record Statement(Sql sql) implements Line {}
    }

    public List<Sql> statements() {
        List<Sql> statements = new ArrayList<>();
        for (Line line : lines) {
            if (line instanceof Line.Statement statement) {
                statements.add(statement.sql());
            }
        }
        return statements;
    }

    public String text() {
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            if (line instanceof Line.Comment comment) {
                text.append("-- ").append(Visible.text(comment.text())).append('\n');
            } else if (line instanceof Line.Statement statement) {
                text.append(statement.sql().text()).append(";\n");
            }
        }
        return text.toString();
    }

    static final class Draft {
        private final List<Line> lines = new ArrayList<>();

        Draft comment(String text) {
            lines.add(new Line.Comment(text));
            return this;
        }

        Draft statement(Sql sql) {
            lines.add(new Line.Statement(sql));
            return this;
        }

        PreflightScript of(ScriptOption option) {
            return new PreflightScript(option, lines);
        }
    }
}

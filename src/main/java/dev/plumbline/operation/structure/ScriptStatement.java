package dev.plumbline.operation.structure;

import dev.plumbline.model.Visible;
import dev.plumbline.model.statement.StatementSplitter;
import java.util.List;

/** One statement of a file, with the settings that the file made before it: they hold wherever the statement is run. */
record ScriptStatement(String file, int line, String text, List<String> settings, StatementRule rule) {
    private static final int BEGINNING = 160;

    ScriptStatement {
        settings = List.copyOf(settings);
    }

    static ScriptStatement of(SqlFile file, StatementSplitter.Part part, List<String> settings) {
        return new ScriptStatement(
                file.name(),
                part.line(),
                part.text(),
                settings,
                StatementRule.of(part, file.text().indexOf('\\') >= 0));
    }

    String place() {
        return Visible.text(file) + ":" + line;
    }

    /** Its first line without the literals, which may hold a password; safe to show. */
    String beginning() {
        String first = text.lines().findFirst().orElse("").replaceAll("'[^']*('|$)", "'…'");
        return Visible.text(first.length() > BEGINNING ? first.substring(0, BEGINNING) + "…" : first);
    }
}

package dev.plumbline.operation.structure;

import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What of a script travels in one message, and is all done or not at all: definitions that follow one another in a file under the same settings. */
final class ScriptBatches {
    /** The server holds a lock on each relation until all are done (manual 19.12, max_locks_per_transaction). */
    private static final int MOST = 50;

    /** As much as lies between two that both write and do not read: a server that warns of much waits until it is heard, and is sent all of a message first. */
    private static final int MOST_LETTERS = 32_000;

    private ScriptBatches() {}

    static List<List<ScriptStatement>> of(List<ScriptStatement> statements) {
        List<List<ScriptStatement>> all = new ArrayList<>();
        List<ScriptStatement> last = new ArrayList<>();
        for (ScriptStatement statement : statements) {
            if (!last.isEmpty() && !goesWith(statement, last)) {
                all.add(last);
                last = new ArrayList<>();
            }
            last.add(statement);
        }
        if (!last.isEmpty()) {
            all.add(last);
        }
        return all;
    }

    private static boolean goesWith(ScriptStatement statement, List<ScriptStatement> before) {
        ScriptStatement first = before.get(0);
        return before.size() < MOST
                && letters(before) + statement.text().length() < MOST_LETTERS
                && statement.file().equals(first.file())
                && statement.settings().equals(first.settings())
                && isDefinition(first)
                && isDefinition(statement);
    }

    private static int letters(List<ScriptStatement> statements) {
        return statements.stream()
                .mapToInt(statement -> statement.text().length())
                .sum();
    }

    /** Everything else has a way of its own, or may set what holds for those behind it; what is done CONCURRENTLY stands though the rest fails. */
    private static boolean isDefinition(ScriptStatement statement) {
        StatementWords words = new StatementWords(statement);
        return statement.rule().treatment() == StatementRule.Treatment.RUN
                && (words.begins("CREATE") || words.begins("ALTER") || words.begins("COMMENT") || words.begins("DROP"))
                && !words.begins("CREATE", "SCHEMA")
                && !words.begins("CREATE", "PUBLICATION")
                && !words.has("CONCURRENTLY");
    }

    /** A line may end in a comment. */
    static Sql text(List<ScriptStatement> statements) {
        return new Sql(statements.stream().map(ScriptStatement::text).collect(Collectors.joining("\n;\n")));
    }
}

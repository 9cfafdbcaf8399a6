package dev.plumbline.operation.structure;

import dev.plumbline.model.Name;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.statement.Words;
import java.util.List;

/** The words of one statement, by which it is known what it is about. */
final class StatementWords {
    private final ScriptStatement statement;
    private final List<Words.Word> words;

    StatementWords(ScriptStatement statement) {
        this.statement = statement;
        this.words = Words.of(statement.text());
    }

    boolean begins(String... keywords) {
        return follow(0, keywords);
    }

    /** The last word but these is anything: {@code OWNER TO somebody}. */
    boolean ends(String... keywords) {
        return follow(words.size() - 1 - keywords.length, keywords);
    }

    boolean has(String keyword) {
        return indexOf(keyword) >= 0;
    }

    int indexOf(String keyword) {
        for (int at = 0; at < words.size(); at++) {
            if (words.get(at).keyword().equals(keyword)) {
                return at;
            }
        }
        return -1;
    }

    /** @throws ProblemException SQL-422 when there is no name at this place */
    Name name(int at) {
        if (at >= words.size() || words.get(at).name().isEmpty()) {
            throw refused("a name is missing");
        }
        return Name.of(words.get(at).name());
    }

    ProblemException refused(String why) {
        return new ProblemException(new Problem(
                Problem.Kind.INVALID,
                "SQL-422",
                "Running SQL on the scratch server from",
                statement.place(),
                "\"" + statement.beginning() + "\": " + why + ".",
                "Nothing was changed elsewhere, and the scratch database is gone."));
    }

    private boolean follow(int from, String... keywords) {
        if (from < 0 || from + keywords.length > words.size()) {
            return false;
        }
        for (int at = 0; at < keywords.length; at++) {
            if (!words.get(from + at).keyword().equals(keywords[at])) {
                return false;
            }
        }
        return true;
    }
}

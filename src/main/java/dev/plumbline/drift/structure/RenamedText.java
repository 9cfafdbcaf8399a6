package dev.plumbline.drift.structure;

import java.util.List;

/** Whether a definition is another one but for names that were changed, as the server writes it anew after {@code ALTER … RENAME}. */
final class RenamedText {
    /** {@code ofColumn}: where a list of results tells a column, its old name stays behind {@code AS}. */
    record Word(String from, String to, boolean ofColumn) {}

    private final List<DefinitionWord> was;
    private final List<DefinitionWord> now;
    private final List<Word> renamed;
    private int here;
    private int there;

    private RenamedText(String was, String now, List<Word> renamed) {
        this.was = DefinitionWord.of(was);
        this.now = DefinitionWord.of(now);
        this.renamed = renamed;
    }

    static boolean same(String was, String now, List<Word> renamed) {
        return renamed.stream()
                        .anyMatch(word -> word.from().equals(was) && word.to().equals(now))
                || new RenamedText(was, now, renamed).same();
    }

    private boolean same() {
        while (here < was.size() && there < now.size()) {
            DefinitionWord old = was.get(here);
            DefinitionWord wanted = now.get(there);
            here++;
            there++;
            if (!old.equals(wanted) && !isRenamed(old, wanted)) {
                return false;
            }
        }
        return here == was.size() && there == now.size();
    }

    private boolean isRenamed(DefinitionWord old, DefinitionWord wanted) {
        for (Word word : renamed) {
            if (old.name()
                    && wanted.name()
                    && word.from().equals(old.text())
                    && word.to().equals(wanted.text())) {
                if (word.ofColumn()) {
                    skipResultName(word);
                }
                return true;
            }
        }
        return false;
    }

    /** {@code t.old} becomes {@code t.new AS old}, and {@code t.old AS new} becomes {@code t.new}. */
    private void skipResultName(Word word) {
        boolean wasNamed = isAs(was, here);
        boolean isNamed = isAs(now, there);
        if (isNamed && !wasNamed && isName(now, there + 1, word.from())) {
            there += 2;
        } else if (wasNamed && !isNamed && isName(was, here + 1, word.to())) {
            here += 2;
        }
    }

    private static boolean isAs(List<DefinitionWord> words, int at) {
        return isName(words, at, "AS");
    }

    private static boolean isName(List<DefinitionWord> words, int at, String text) {
        return at < words.size() && words.get(at).name() && words.get(at).text().equals(text);
    }
}

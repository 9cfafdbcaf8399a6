package dev.plumbline.migration.lint;

import java.util.List;

/** One rule, which gives one code. It keeps nothing: what earlier statements did is told to it. */
public interface LintRule {
    RuleCode code();

    /** What it says about a statement; empty when the statement is none of its business. */
    List<Found> look(Seen seen);

    /** Of the rules that judge a file when all of it was seen. */
    default List<AtStatement> atEnd(FileSeen file) {
        return List.of();
    }

    /** A finding and the statement that it belongs to. */
    record AtStatement(Seen seen, Found found) {}
}

package dev.plumbline.migration.lint;

/** What a finding rests on, from the text alone to the rows that are there. */
public enum Evidence {
    /** The text of the migration. */
    PARSED("parsed"),
    /** The statement was run on a scratch server of the same structure. */
    TRACED("traced"),
    /** The database was asked how large it is and what goes on there. */
    LIVE("live"),
    /** The rows were counted. */
    DATA("data");

    private final String word;

    Evidence(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}

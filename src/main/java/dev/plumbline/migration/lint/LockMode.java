package dev.plumbline.migration.lint;

/** The locks of tables that keep others waiting, weakest first (PostgreSQL manual 13.3.1). */
public enum LockMode {
    SHARE_UPDATE_EXCLUSIVE("SHARE UPDATE EXCLUSIVE"),
    SHARE("SHARE"),
    SHARE_ROW_EXCLUSIVE("SHARE ROW EXCLUSIVE"),
    EXCLUSIVE("EXCLUSIVE"),
    ACCESS_EXCLUSIVE("ACCESS EXCLUSIVE");

    private final String word;

    LockMode(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public boolean blocksWriters() {
        return this != SHARE_UPDATE_EXCLUSIVE;
    }
}

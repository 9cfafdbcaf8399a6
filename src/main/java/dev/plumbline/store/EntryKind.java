package dev.plumbline.store;

import java.util.Optional;

/** What a journal entry tells. The words are what the file holds; they never change. */
public enum EntryKind {
    RUN_BEGUN("run-begun"),
    STATEMENT_PLANNED("statement-planned"),
    LOCK_TAKEN("lock-taken"),
    STATE_CONFIRMED("state-confirmed"),
    STATEMENT_BEGUN("statement-begun"),
    STATEMENT_ENDED("statement-ended"),
    COMMIT_BEGUN("commit-begun"),
    COMMITTED("committed"),
    ROLLED_BACK("rolled-back"),
    VERIFIED("verified"),
    NOTE("note"),
    RUN_ENDED("run-ended");

    private final String word;

    EntryKind(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    static Optional<EntryKind> ofWord(String word) {
        for (EntryKind kind : values()) {
            if (kind.word.equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}

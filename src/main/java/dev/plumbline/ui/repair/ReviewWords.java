package dev.plumbline.ui.repair;

import dev.plumbline.ui.fx.Texts;

/** What the reviewed plan is called: the repair of a declared ownership, changes that a person staged, the repair of a table, a table set aside or brought back, migrations, a trial of them, or credentials that are rotated. */
public enum ReviewWords {
    REPAIR("repair.of."),
    CHANGES("review.of."),
    STRUCTURE("structure.of."),
    QUARANTINE("quarantine.of."),
    RESTORE("restore.of."),
    MIGRATIONS("migrations.of."),
    TRIAL("migrations.trial.of."),
    ROTATION("rotation.of.");

    private final String prefix;

    ReviewWords(String prefix) {
        this.prefix = prefix;
    }

    /** Nothing of it is to stand: all is rolled back in the end. */
    boolean rollsBack() {
        return this == TRIAL;
    }

    /** A run that stopped is gone on with by the next plan, which holds what is still to be done. */
    boolean isResumed() {
        return this == MIGRATIONS || this == ROTATION;
    }

    String get(String key, Object... arguments) {
        return Texts.get(prefix + key, arguments);
    }
}

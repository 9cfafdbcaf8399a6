package dev.plumbline.ui.migration;

import dev.plumbline.model.lock.LockMode;
import dev.plumbline.ui.fx.Texts;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** The strongest lock of a statement in one to three letters; its words are in the tooltip and for a screen reader. */
final class LockChip extends Label {
    LockChip(StatementLocks locks) {
        Optional<LockMode> strongest = locks.strongest();
        setText(strongest.map(LockMode::chip).orElse(locks.known() ? "–" : "?"));
        getStyleClass().addAll("lock-chip", strongest.map(LockChip::styleOf).orElse("lock-none"));
        setMinWidth(Region.USE_PREF_SIZE);
        setTooltip(new Tooltip(words(locks)));
        setAccessibleText(words(locks));
    }

    /** Each lock with its table and what it keeps out, and what that rests on. */
    static String words(StatementLocks locks) {
        String evidence = evidence(locks);
        if (locks.locks().isEmpty()) {
            return Texts.get(locks.known() ? "migrations.lock.none" : "migrations.lock.unknown", evidence);
        }
        return locks.locks().stream()
                        .map(lock -> Texts.get("migrations.lock.on", lock.mode().words(), lock.table()) + ": "
                                + keepsOut(lock.mode()))
                        .collect(Collectors.joining("\n"))
                + "\n" + (locks.isHeld() ? Texts.get("migrations.lock.held") : evidence);
    }

    static String evidence(StatementLocks locks) {
        return Texts.get(locks.isTraced() ? "migrations.traced" : "migrations.parsed");
    }

    /** Who waits, in words. */
    static String keepsOut(LockMode mode) {
        return Texts.get(
                mode.blocksReads()
                        ? "migrations.keepsOut.all"
                        : mode.blocksWrites() ? "migrations.keepsOut.writers" : "migrations.keepsOut.others");
    }

    static String styleOf(LockMode mode) {
        return mode.blocksReads() ? "lock-readers" : mode.blocksWrites() ? "lock-writers" : "lock-weak";
    }
}

package dev.plumbline.ui.staging;

import dev.plumbline.access.change.AccessChange;
import dev.plumbline.access.change.PinnedChange;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;

/** Staged changes on a fresh reading: those that were found again, with their entries, and a sentence for each that speaks of something that is gone. */
record FoundAgain(List<StagedEntry> entries, List<AccessChange> changes, List<String> gone) {
    FoundAgain {
        entries = List.copyOf(entries);
        changes = List.copyOf(changes);
        gone = List.copyOf(gone);
    }

    static FoundAgain of(List<StagedEntry> staged, AccessSnapshot now) {
        List<StagedEntry> entries = new ArrayList<>();
        List<AccessChange> changes = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        for (StagedEntry entry : staged) {
            PinnedChange.Found found = entry.pinned().on(now);
            found.change()
                    .ifPresentOrElse(
                            change -> {
                                entries.add(entry);
                                changes.add(change);
                            },
                            () -> gone.add(Texts.get("review.gone", entry.shown(), String.join("; ", found.gone()))));
        }
        return new FoundAgain(entries, changes, gone);
    }
}

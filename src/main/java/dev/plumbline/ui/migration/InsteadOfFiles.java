package dev.plumbline.ui.migration;

import dev.plumbline.ui.control.EmptyState;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.reading.Reading;
import javafx.scene.Node;

/** What stands where the files would: that no directory is chosen, that it holds none, or why it could not be read. */
final class InsteadOfFiles {
    private InsteadOfFiles() {}

    static Node of(MigrationsViewModel model) {
        if (model.choice().isEmpty()) {
            return choosing(model, "migrations.empty", "migrations.empty.words");
        }
        if (model.judged().value() != null) {
            return choosing(model, "migrations.noFiles", "migrations.noFiles.words");
        }
        Reading.Phase phase = model.judged().phase();
        if (phase == Reading.Phase.STOPPED) {
            return EmptyState.of(Texts.get("migrations.stopped"), Texts.get("migrations.empty.words"))
                    .offering(Texts.get("readAgain"), model::readAgain);
        }
        return phase.isRunning()
                ? EmptyState.of(Texts.get("migrations.reading"), Texts.get("migrations.empty.words"))
                : choosing(model, "migrations.unreadable", "migrations.empty.words");
    }

    private static Node choosing(MigrationsViewModel model, String title, String words) {
        return EmptyState.of(Texts.get(title), Texts.get(words))
                .offering(Texts.get("migrations.choose"), model::chooseDirectory);
    }
}

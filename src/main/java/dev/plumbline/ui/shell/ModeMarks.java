package dev.plumbline.ui.shell;

import dev.plumbline.model.SafeMode;
import dev.plumbline.ui.fx.Texts;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;

/** The band over the header and the badge in it that say how careful the current context asks to be. */
final class ModeMarks {
    private ModeMarks() {}

    static void show(Region band, Button badge, Optional<SafeMode> mode) {
        String word = mode.map(shown -> shown.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .orElse("none");
        band.getStyleClass().setAll("band", word);
        badge.getStyleClass().setAll("mode", word);
        badge.setVisible(mode.isPresent());
        badge.setManaged(mode.isPresent());
        mode.ifPresent(shown -> {
            badge.setText(Texts.get("mode." + shown + ".badge"));
            badge.setAccessibleText(Texts.get("context.mode", shown.shown()));
        });
    }
}

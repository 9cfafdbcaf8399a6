package dev.plumbline.ui.roles;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.layout.Background;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/**
 * The colours of the theme for what is drawn on a canvas, which style sheets do not reach: an unseen region for each, whose background the style
 * sheet gives.
 */
final class Inks extends Pane {
    enum Ink {
        SURFACE,
        TEXT,
        MUTED,
        BORDER,
        ACCENT,
        ADDED,
        REMOVED,
        UNKNOWN,
        SUPERUSER,
        LOGIN,
        GROUP,
        OWNER,
        TARGET
    }

    private final Map<Ink, Region> regions = new EnumMap<>(Ink.class);

    Inks(Runnable changed) {
        setVisible(false);
        setManaged(false);
        for (Ink ink : Ink.values()) {
            Region region = new Region();
            region.getStyleClass().add("ink-" + ink.name().toLowerCase(Locale.ROOT));
            region.backgroundProperty().addListener((source, before, after) -> changed.run());
            regions.put(ink, region);
            getChildren().add(region);
        }
    }

    Paint of(Ink ink) {
        Region region = regions.get(ink);
        Background background = region == null ? null : region.getBackground();
        return background == null || background.getFills().isEmpty()
                ? Color.GRAY
                : background.getFills().get(0).getFill();
    }
}

package dev.plumbline.ui.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** Light or dark: one token sheet under the same base sheets. */
public enum Theme {
    LIGHT,
    DARK;

    private static final String BENEATH = "/atlantafx/base/theme/primer-light.bss";
    private static final String MONO = "JetBrains Mono";

    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }

    public static Theme named(String name) {
        return name.equals(DARK.word()) ? DARK : LIGHT;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Puts the theme on a scene, in place of the one it had. */
    public void apply(Scene scene) {
        if (!BENEATH.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(BENEATH);
        }
        ObservableList<String> sheets = scene.getStylesheets();
        if (sheets.isEmpty()) {
            List<String> all = new ArrayList<>(List.of(tokens(), sheet("base"), sheet("controls"), sheet("marks")));
            if (!Font.font(MONO).getFamily().equals(MONO)) {
                all.add(sheet("mono-fallback"));
            }
            sheets.setAll(all);
        } else {
            sheets.set(0, tokens());
        }
    }

    private String tokens() {
        return sheet("tokens-" + word());
    }

    /** The address of one of the shared style sheets. */
    public static String sheet(String name) {
        return Objects.requireNonNull(Theme.class.getResource("/styles/" + name + ".css"), name)
                .toExternalForm();
    }
}

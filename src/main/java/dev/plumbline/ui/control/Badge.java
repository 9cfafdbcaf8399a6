package dev.plumbline.ui.control;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** A few words on a tinted pill. */
public final class Badge extends Label {
    private final ObjectProperty<Tone> tone = new SimpleObjectProperty<>(this, "tone", Tone.NEUTRAL);

    public Badge() {
        this("", Tone.NEUTRAL);
    }

    public Badge(String text, Tone shown) {
        super(text);
        setMinWidth(Region.USE_PREF_SIZE);
        tone.addListener((source, before, after) -> show(after));
        tone.set(shown);
        show(shown);
    }

    private void show(Tone now) {
        getStyleClass().setAll("label", "badge", now.styleClass());
    }

    public ObjectProperty<Tone> toneProperty() {
        return tone;
    }

    public Tone getTone() {
        return tone.get();
    }

    public void setTone(Tone now) {
        tone.set(now);
    }
}

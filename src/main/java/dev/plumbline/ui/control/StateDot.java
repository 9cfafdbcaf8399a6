package dev.plumbline.ui.control;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** ○ in order · ● missing · ◆ differs · ▲ failed · barred square blocked · hourglass waiting · dashed ○ unknown · – nothing to say. */
public final class StateDot extends StackPane {
    private final Region shape = new Region();
    private final ObjectProperty<DotState> state = new SimpleObjectProperty<>(this, "state", DotState.NONE);

    public StateDot() {
        this(DotState.NONE);
    }

    public StateDot(DotState shown) {
        getStyleClass().add("state-dot");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMouseTransparent(true);
        getChildren().add(shape);
        state.addListener((source, before, after) -> show(after));
        state.set(shown);
        show(shown);
    }

    private void show(DotState now) {
        shape.getStyleClass().setAll("mark", now.word());
        setAccessibleText(now.words());
    }

    public ObjectProperty<DotState> stateProperty() {
        return state;
    }

    public DotState getState() {
        return state.get();
    }

    public void setState(DotState now) {
        state.set(now);
    }
}

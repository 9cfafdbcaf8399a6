package dev.plumbline.ui.fx;

import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;

/** One screen as the shell shows it. The shell activates it when it comes into view and deactivates it when it leaves. */
public interface Screen {
    Parent root();

    /** What the window's title and a screen reader call it. */
    String title();

    default void activate() {}

    /** Closes what {@link #activate} subscribed to; work that was started goes on. */
    default void deactivate() {}

    /** F5: reads again. */
    default void readAgain() {}

    /** F8 and Shift+F8, wherever the focus is: to the next difference, or the one before. */
    default void step(int by) {}

    /** What it can do now, for the palette. */
    default List<ScreenAction> actions() {
        return List.of();
    }

    /** Esc: closes what is open inside the screen; false when nothing was. */
    default boolean dismiss() {
        return false;
    }

    /** Where and how this screen is connected, in words for the header; empty while unknown. */
    default ObservableValue<String> connection() {
        return new ReadOnlyStringWrapper("").getReadOnlyProperty();
    }

    /** True while the screen must be kept although another is shown, such as during a run. */
    default boolean holdsWork() {
        return false;
    }

    /** The shell keeps it no longer: gives back what it holds. */
    default void letGo() {}
}

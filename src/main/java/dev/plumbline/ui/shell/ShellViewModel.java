package dev.plumbline.ui.shell;

import dev.plumbline.model.SafeMode;
import dev.plumbline.ui.fx.Destination;
import dev.plumbline.ui.fx.Navigator;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Where the window is, which tabs belong there, and how careful that place asks to be. */
public final class ShellViewModel implements Navigator {
    private static final int REMEMBERED = 50;
    private final Predicate<Destination> hasScreen;
    private final Function<String, SafeMode> modeOf;
    private final Deque<Destination> past = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<Destination> current = new ReadOnlyObjectWrapper<>(new Destination.Estate());
    private final ReadOnlyObjectWrapper<Optional<SafeMode>> mode = new ReadOnlyObjectWrapper<>(Optional.empty());

    public ShellViewModel(Predicate<Destination> hasScreen, Function<String, SafeMode> modeOf) {
        this.hasScreen = hasScreen;
        this.modeOf = modeOf;
    }

    @Override
    public void go(Destination destination) {
        if (destination.equals(current.get()) || !hasScreen.test(destination)) {
            return;
        }
        past.push(current.get());
        if (past.size() > REMEMBERED) {
            past.removeLast();
        }
        show(destination);
    }

    /** Goes to where the window was before; stays when there is nothing before. */
    public void back() {
        if (!past.isEmpty()) {
            show(past.pop());
        }
    }

    private void show(Destination destination) {
        current.set(destination);
        modeChanged();
    }

    /** Asks again how careful the current place wants to be. */
    public void modeChanged() {
        String context = current.get().context();
        mode.set(context.isEmpty() ? Optional.empty() : Optional.of(modeOf.apply(context)));
    }

    /** The tabs of the current place that have a screen. */
    public List<Destination> tabs() {
        return current.get().tabs().stream().filter(hasScreen).toList();
    }

    /** Goes to the tab with this number, counted from 1; stays when there is none. */
    public void goToTab(int number) {
        List<Destination> tabs = tabs();
        if (number <= tabs.size()) {
            go(tabs.get(number - 1));
        }
    }

    public ReadOnlyObjectProperty<Destination> current() {
        return current.getReadOnlyProperty();
    }

    /** Empty where no context is meant. */
    public ReadOnlyObjectProperty<Optional<SafeMode>> mode() {
        return mode.getReadOnlyProperty();
    }
}

package dev.plumbline.ui.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;

/** What a screen listens to while it is shown, undone together. May be filled again after closing. */
public final class Subscriptions implements AutoCloseable {
    private final List<Runnable> undo = new ArrayList<>();

    /** Calls the consumer now and at each change. */
    public <T> void follow(ObservableValue<T> value, Consumer<? super T> consumer) {
        ChangeListener<T> listener = (source, before, after) -> consumer.accept(after);
        value.addListener(listener);
        undo.add(() -> value.removeListener(listener));
        consumer.accept(value.getValue());
    }

    /** Runs the action now and whenever one of the observed changes, whether or not it looks at that one. */
    public void watch(Runnable action, Observable... observed) {
        InvalidationListener listener = source -> {
            look(source);
            action.run();
        };
        for (Observable each : observed) {
            each.addListener(listener);
            undo.add(() -> each.removeListener(listener));
            look(each);
        }
        action.run();
    }

    /** A value that nobody has looked at since it changed tells of no further change. */
    private static void look(Observable observed) {
        if (observed instanceof ObservableValue<?> value) {
            value.getValue();
        }
    }

    public void add(Runnable undoing) {
        undo.add(undoing);
    }

    @Override
    public void close() {
        List<Runnable> all = List.copyOf(undo);
        undo.clear();
        all.forEach(Runnable::run);
    }
}

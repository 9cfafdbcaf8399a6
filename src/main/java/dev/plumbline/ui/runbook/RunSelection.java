package dev.plumbline.ui.runbook;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

/** What a person has chosen of a run: the step that is shown, which of its parts may run, and the name that was typed for it. With another step these are forgotten. */
final class RunSelection {
    private final ObjectProperty<String> step = new SimpleObjectProperty<>("");
    private final ObservableSet<String> allowed = FXCollections.observableSet();
    private final StringProperty typed = new SimpleStringProperty("");

    RunSelection() {
        step.subscribe((before, now) -> {
            allowed.clear();
            typed.set("");
        });
    }

    /** What was done with a step that is behind now leads to the one whose turn it is; at first that is shown. */
    void follow(RunPage now, String did) {
        boolean isBehind =
                now.step(did).filter(each -> each.status().isBehind()).isPresent();
        if (step.get().isEmpty()) {
            now.state()
                    .next()
                    .or(() -> now.state().steps().stream().findFirst())
                    .ifPresent(first -> step.set(first.block().id()));
        } else if (did.equals(step.get()) && isBehind) {
            now.state().next().ifPresent(next -> step.set(next.block().id()));
        }
    }

    ObjectProperty<String> step() {
        return step;
    }

    ObservableSet<String> allowed() {
        return allowed;
    }

    StringProperty typed() {
        return typed;
    }
}

package dev.plumbline.ui.repair;

import dev.plumbline.ui.fx.Subscriptions;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** The head of a group of steps: what it is, how many, and one toggle for all where they are optional. */
final class GroupHeadView extends HBox {
    private final ObservableValue<Boolean> locked;
    private final BiConsumer<List<StagedStep>, Boolean> choose;
    private final Subscriptions following = new Subscriptions();
    private final CheckBox toggle = new CheckBox();
    private final Label title = new Label();
    private PlanRow.@Nullable Head head;

    GroupHeadView(ObservableValue<Boolean> locked, BiConsumer<List<StagedStep>, Boolean> choose) {
        this.locked = locked;
        this.choose = choose;
        getStyleClass().add("group-head");
        title.getStyleClass().addAll("heading", "small");
        toggle.setAllowIndeterminate(false);
        toggle.setOnAction(event -> toggled());
        getChildren().addAll(toggle, title);
    }

    /** Draws this head from now on, or nothing. */
    void show(PlanRow.@Nullable Head next) {
        following.close();
        head = next;
        if (next != null) {
            title.setText(StepWords.head(next));
            toggle.setAccessibleText(StepWords.head(next));
            boolean optional = !next.group().selectedAtFirst();
            toggle.setVisible(optional);
            toggle.setManaged(optional);
            following.watch(this::showChoice, locked);
            next.steps().forEach(step -> following.watch(this::showChoice, step.wantedProperty()));
        }
    }

    private void showChoice() {
        if (head != null) {
            long wanted = head.steps().stream()
                    .filter(step -> step.wantedProperty().get())
                    .count();
            toggle.setIndeterminate(wanted > 0 && wanted < head.steps().size());
            toggle.setSelected(wanted == head.steps().size());
            toggle.setDisable(locked.getValue());
        }
    }

    private void toggled() {
        if (head != null) {
            choose.accept(head.steps(), toggle.isSelected());
        }
    }
}

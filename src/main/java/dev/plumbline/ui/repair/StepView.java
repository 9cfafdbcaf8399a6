package dev.plumbline.ui.repair;

import static dev.plumbline.ui.control.Visibility.present;

import dev.plumbline.model.Visible;
import dev.plumbline.ui.control.Badge;
import dev.plumbline.ui.fx.Subscriptions;
import dev.plumbline.ui.fx.Texts;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One step drawn: number, choice, statement, chips, reason, terms, undo, and while it runs how far it is. */
final class StepView extends HBox {
    private static final double NARROW = 360;

    private final ObservableValue<Boolean> locked;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper runs = new ReadOnlyBooleanWrapper(true);
    private final Subscriptions following = new Subscriptions();
    private final Label number = label("muted", "number");
    private final CheckBox choice = new CheckBox();
    private final Label sql = wrapped("mono", "sql");
    private final VBox chips = new VBox();
    private final Badge progress = new Badge();
    private final Label reason = wrapped("small", "reason");
    private final VBox notes = new VBox();
    private final Label greyed = wrapped("small", "warning-text");
    private final Label terms = wrapped("fine", "muted");
    private final Label undo = wrapped("fine", "undo");
    private final CheckBox allow = new CheckBox(Texts.get("repair.allow"));
    private final Label answer = wrapped("mono", "danger-text");
    private final HBox head = new HBox(sql, chips);
    private final VBox words = new VBox(head, reason, notes, greyed, terms, undo, allow, answer);
    private @Nullable StagedStep step;

    StepView(ObservableValue<Boolean> locked) {
        this.locked = locked;
        getStyleClass().add("step");
        chips.getStyleClass().add("chips");
        chips.setMinWidth(Region.USE_PREF_SIZE);
        allow.getStyleClass().add("allow");
        choice.setAccessibleText(Texts.get("repair.include"));
        HBox.setHgrow(sql, Priority.ALWAYS);
        head.getStyleClass().add("head");
        words.getStyleClass().add("words");
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(number, choice, words);
        widthProperty().subscribe(this::fit);
    }

    /** In a narrow pane the chips stand above the statement, which would be cut into single words beside them. */
    private void fit() {
        boolean beside = head.getChildren().contains(chips);
        boolean narrow = getWidth() > 0 && getWidth() < NARROW;
        if (narrow && beside) {
            head.getChildren().remove(chips);
            words.getChildren().add(0, chips);
        } else if (!narrow && !beside) {
            words.getChildren().remove(chips);
            head.getChildren().add(chips);
        }
    }

    void setOpen(boolean now) {
        open.set(now);
    }

    ReadOnlyBooleanProperty runningIn() {
        return runs.getReadOnlyProperty();
    }

    /** Draws this step from now on, or nothing. */
    void show(@Nullable StagedStep next) {
        following.close();
        if (step != null) {
            choice.selectedProperty().unbindBidirectional(step.wantedProperty());
            allow.selectedProperty().unbindBidirectional(step.allowedProperty());
        }
        step = next;
        if (next != null) {
            draw(next);
        }
    }

    private void draw(StagedStep now) {
        number.setText(Integer.toString(now.number()));
        sql.setText(now.sqlShown());
        reason.setText(Visible.text(now.step().reason()));
        notes.getChildren()
                .setAll(now.notes().stream()
                        .map(note -> note(note.text(), note.warns()))
                        .toList());
        present(notes, !notes.getChildren().isEmpty());
        terms.setText(now.termsShown());
        undo.setText(now.undoShown());
        choice.selectedProperty().bindBidirectional(now.wantedProperty());
        allow.selectedProperty().bindBidirectional(now.allowedProperty());
        following.watch(this::showState, now.runsProperty(), now.greyedProperty(), locked, open);
        following.watch(this::showChips, now.allowedProperty());
        following.watch(this::showProgress, now.progressProperty(), now.answerProperty());
    }

    private void showChips() {
        StagedStep now = step;
        if (now == null) {
            return;
        }
        chips.getChildren()
                .setAll(StepWords.chips(now).stream()
                        .map(chip -> new Badge(chip.text(), chip.tone()))
                        .toList());
        chips.getChildren().add(progress);
    }

    private void showState() {
        StagedStep now = step;
        if (now == null) {
            return;
        }
        runs.set(now.runs());
        choice.setDisable(!now.mayBeLeftOut() || locked.getValue());
        choice.setIndeterminate(!now.choosable() && now.runs());
        allow.setDisable(!now.runs() || locked.getValue());
        present(allow, now.step().destructive());
        greyed.setText(now.greyedProperty().get());
        present(greyed, !greyed.getText().isEmpty());
        present(terms, open.get() || now.hasTermsOfItsOwn());
        present(undo, open.get() || now.step().undo() == null);
    }

    private void showProgress() {
        StagedStep now = step;
        if (now == null) {
            return;
        }
        StepProgress at = now.progressProperty().get();
        progress.setText((at.sign() + " " + at.shown()).strip());
        progress.setTone(StepWords.tone(at));
        present(progress, at != StepProgress.NOT_STARTED);
        answer.setText(Visible.text(now.answerProperty().get()));
        present(answer, !answer.getText().isEmpty());
    }

    private static Label note(String text, boolean warns) {
        Label label = wrapped("small", warns ? "warning-text" : "muted");
        label.setText((warns ? "▲ " : "") + text);
        return label;
    }

    private static Label label(String... styles) {
        Label label = new Label();
        label.getStyleClass().addAll(styles);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label wrapped(String... styles) {
        Label label = new Label();
        label.getStyleClass().addAll(styles);
        label.setWrapText(true);
        label.setMinWidth(0);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}

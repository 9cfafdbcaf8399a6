package dev.plumbline.ui.staging;

import static dev.plumbline.ui.control.Visibility.present;

import dev.plumbline.ui.control.PopOvers;
import dev.plumbline.ui.fx.Subscriptions;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.text.CountWords;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.PopOver.ArrowLocation;
import org.jspecify.annotations.Nullable;

/** How much is staged, and what can be done with it: review, undo, redo, discard. Not there while nothing is staged and nothing can be undone. */
final class StagingBar extends HBox {
    private final Staging staging;
    private final Button count = quiet("stagedCount");
    private final Button review = new Button(Texts.get("staging.review"));
    private final Button undo = quiet("undoStaged");
    private final Button redo = quiet("redoStaged");
    private final Button discard = quiet("discardStaged");
    private @Nullable PopOver list;

    /** {@code toReview} goes to the review. */
    StagingBar(Staging staging, boolean onReview, Runnable toReview) {
        this.staging = staging;
        setId("stagingBar");
        getStyleClass().add("staging-bar");
        undo.setText(Texts.get("staging.undo"));
        redo.setText(Texts.get("staging.redo"));
        discard.setText(Texts.get("staging.discard"));
        discard.setAccessibleText(Texts.get("staging.discard.spoken"));
        review.setId("reviewStaged");
        review.setMinWidth(Region.USE_PREF_SIZE);
        review.setOnAction(event -> toReview.run());
        count.setOnAction(event -> showList());
        undo.setOnAction(event -> staging.undo());
        redo.setOnAction(event -> staging.redo());
        discard.setOnAction(event -> staging.discardAll());
        Region between = new Region();
        setHgrow(between, Priority.ALWAYS);
        getChildren().addAll(count, between, undo, redo, discard);
        if (!onReview) {
            getChildren().add(review);
        }
    }

    void follow(Subscriptions shown) {
        shown.watch(this::show, staging.entries(), staging.undoableProperty(), staging.redoableProperty());
        shown.add(this::closeList);
    }

    private void show() {
        int staged = staging.entries().size();
        boolean any = staged > 0;
        boolean undoable = staging.undoableProperty().get();
        present(this, any || undoable);
        count.setText(
                any
                        ? CountWords.of(staged, "change", "changes") + " " + Texts.get("staging.staged") + " ▴"
                        : Texts.get("staging.none"));
        count.setAccessibleText(any ? Texts.get("staging.count.spoken", staged) : Texts.get("staging.none"));
        count.setDisable(!any);
        review.setDisable(!any);
        undo.setDisable(!undoable);
        present(redo, staging.redoableProperty().get());
        discard.setDisable(!any);
        if (!any) {
            closeList();
        }
    }

    private void showList() {
        closeList();
        PopOver opened = PopOvers.under(new StagedList(staging));
        opened.setArrowLocation(ArrowLocation.BOTTOM_LEFT);
        opened.show(count);
        list = opened;
    }

    /** False when it was not open. */
    boolean closeList() {
        PopOver open = list;
        list = null;
        boolean wasOpen = open != null && open.isShowing();
        if (open != null) {
            open.hide();
        }
        return wasOpen;
    }

    private static Button quiet(String id) {
        Button button = new Button();
        button.setId(id);
        button.getStyleClass().add("quiet");
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }
}

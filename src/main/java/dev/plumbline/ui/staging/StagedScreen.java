package dev.plumbline.ui.staging;

import dev.plumbline.ui.fx.Screen;
import dev.plumbline.ui.fx.ScreenAction;
import dev.plumbline.ui.fx.Subscriptions;
import dev.plumbline.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;

/** A screen with the bar of what is staged at its foot, and the keys and palette entries that go with it. */
public final class StagedScreen implements Screen {
    private static final KeyCombination REVIEW =
            new KeyCodeCombination(KeyCode.R, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    private static final KeyCombination UNDO = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination REDO =
            new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    private final Screen inner;
    private final Staging staging;
    private final Runnable toReview;
    private final StagingBar bar;
    private final BorderPane root;
    private final Subscriptions shown = new Subscriptions();
    private final boolean onReview;

    private StagedScreen(Screen inner, Staging staging, boolean onReview, Runnable toReview) {
        this.inner = inner;
        this.staging = staging;
        this.onReview = onReview;
        this.toReview = toReview;
        this.bar = new StagingBar(staging, onReview, toReview);
        this.root = new BorderPane(inner.root(), null, null, bar, null);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    }

    /** {@code toReview} goes to the review of what is staged. */
    public static StagedScreen over(Screen inner, Staging staging, Runnable toReview) {
        return new StagedScreen(inner, staging, false, toReview);
    }

    /** The same with something to say about all of it above. */
    public StagedScreen headed(Node words) {
        root.setTop(words);
        return this;
    }

    /** The review itself, which needs no way to it. */
    public static StagedScreen overReview(Screen review, Staging staging) {
        return new StagedScreen(review, staging, true, () -> {});
    }

    private void onKey(KeyEvent event) {
        if (event.getTarget() instanceof TextInputControl) {
            return;
        }
        if (REVIEW.match(event)) {
            review();
        } else if (UNDO.match(event)) {
            staging.undo();
        } else if (REDO.match(event)) {
            staging.redo();
        } else {
            return;
        }
        event.consume();
    }

    private void review() {
        if (!staging.entries().isEmpty()) {
            toReview.run();
        }
    }

    @Override
    public List<ScreenAction> actions() {
        List<ScreenAction> actions = new ArrayList<>(inner.actions());
        boolean any = !staging.entries().isEmpty();
        if (any && !onReview) {
            actions.add(new ScreenAction(Texts.get("staging.review.palette"), REVIEW.getDisplayText(), toReview));
        }
        if (any) {
            actions.add(new ScreenAction(Texts.get("staging.discard.spoken"), "", staging::discardAll));
        }
        if (staging.undoableProperty().get()) {
            actions.add(new ScreenAction(Texts.get("staging.undo.palette"), UNDO.getDisplayText(), staging::undo));
        }
        if (staging.redoableProperty().get()) {
            actions.add(new ScreenAction(Texts.get("staging.redo.palette"), REDO.getDisplayText(), staging::redo));
        }
        return actions;
    }

    @Override
    public void activate() {
        bar.follow(shown);
        inner.activate();
    }

    @Override
    public void deactivate() {
        shown.close();
        inner.deactivate();
    }

    @Override
    public void readAgain() {
        inner.readAgain();
    }

    @Override
    public boolean dismiss() {
        return bar.closeList() || inner.dismiss();
    }

    @Override
    public boolean holdsWork() {
        return inner.holdsWork();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public String title() {
        return inner.title();
    }

    @Override
    public ObservableValue<String> connection() {
        return inner.connection();
    }
}

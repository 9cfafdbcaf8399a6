package dev.plumbline.ui.staging;

import dev.plumbline.access.change.AccessChange;
import dev.plumbline.access.change.PinnedChange;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.ui.fx.Texts;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;

/** Stages changes, says when they are staged, and takes them off the list again. */
public final class StageButton extends Button {
    private final Stager stager;
    private final List<PinnedChange> changes;
    private final String what;
    private final boolean planned;
    private String label = Texts.get("stage");

    /** Kept here, for the list holds it weakly: a button that is shown no more must not be kept by it. */
    @SuppressWarnings("FieldCanBeLocal")
    private final InvalidationListener follower = source -> show();

    /** {@code what} is what would be staged, as a screen reader says it. */
    public StageButton(Stager stager, AccessSnapshot read, List<? extends AccessChange> changes, String what) {
        this.stager = stager;
        this.changes = Staging.pinned(read, changes);
        this.what = what;
        this.planned = !read.version().isCockroach();
        setDisable(!planned);
        getStyleClass().addAll("quiet", "stage");
        setMinWidth(Region.USE_PREF_SIZE);
        setOnAction(event -> toggle());
        stager.staging().entries().addListener(new WeakInvalidationListener(follower));
        show();
    }

    /** Says this instead of "Stage" while it is not staged. */
    public StageButton labelled(String words) {
        label = words;
        show();
        return this;
    }

    private void toggle() {
        if (stager.staging().has(changes)) {
            stager.staging().unstage(changes);
        } else {
            stager.staging().stage(changes, stager.from());
        }
    }

    private void show() {
        boolean staged = stager.staging().has(changes);
        setText(staged ? Texts.get("stage.done") : planned ? label : Texts.get("stage.elsewhere", label));
        setAccessibleText(Texts.get(staged ? "stage.done.spoken" : "stage.spoken", what));
    }
}

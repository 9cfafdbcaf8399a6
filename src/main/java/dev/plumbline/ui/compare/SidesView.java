package dev.plumbline.ui.compare;

import dev.plumbline.operation.CompareStructure.KeptStates;
import dev.plumbline.ui.fx.Subscriptions;
import dev.plumbline.ui.fx.Texts;
import java.util.List;
import javafx.scene.layout.VBox;

/** The two sides to choose, and below them the line of time where it is asked for. */
final class SidesView {
    private final CompareViewModel model;
    private final VBox place;
    private final SidePicker left;
    private final SidePicker right;
    private final TimelineView timeline;

    SidesView(CompareViewModel model, VBox place) {
        this.model = model;
        this.place = place;
        this.left = new SidePicker("left", Texts.get("compare.left"), model.left(), model.files());
        this.right = new SidePicker("right", Texts.get("compare.right"), model.right(), model.files());
        left.askWhenOpened(this::offer);
        right.askWhenOpened(this::offer);
        this.timeline = new TimelineView(model.timeline(), model::compareMoments, () -> showTimeline(false));
        showTimeline(false);
    }

    /** {@code chosen} runs now and whenever another side is chosen. */
    void follow(Subscriptions shown, Runnable chosen) {
        shown.watch(this::offer, model.kept().valueProperty());
        timeline.follow(shown);
        for (SideModel side : List.of(model.left(), model.right())) {
            shown.watch(chosen, side.kind, side.live, side.written, side.state);
        }
    }

    private void offer() {
        List<KeptStates> value = model.kept().value();
        List<KeptStates> kept = value == null ? List.of() : value;
        left.offer(model.places(), model.schemas(), kept);
        right.offer(model.places(), model.schemas(), kept);
        timeline.offer(kept);
    }

    /** Opens the line of time, or puts it away. */
    void turnTimeline() {
        showTimeline(!place.getChildren().contains(timeline));
    }

    private void showTimeline(boolean there) {
        place.getChildren().setAll(there ? List.of(left, right, timeline) : List.of(left, right));
        if (there) {
            model.openHistory();
        }
    }
}

package dev.plumbline.ui.why;

import dev.plumbline.ui.control.ElidedLabel;
import dev.plumbline.ui.why.WhyViewModel.RecentQuestion;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A question of this session: what was asked, and the verdict by sign and word. */
final class RecentCell extends ListCell<RecentQuestion> {
    private final ElidedLabel asked = new ElidedLabel();
    private final ElidedLabel verdict = new ElidedLabel();
    private final VBox lines = new VBox(asked, verdict);

    RecentCell() {
        setPrefWidth(0);
        verdict.getStyleClass().addAll("fine", "muted");
        asked.getStyleClass().add("small");
    }

    @Override
    protected void updateItem(@Nullable RecentQuestion item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        asked.setText(item.asked().shown());
        verdict.setText(
                VerdictWords.sign(item.outcome()) + "  " + item.outcome().word());
        setTooltip(new Tooltip(item.asked().shown()));
        setGraphic(lines);
    }
}

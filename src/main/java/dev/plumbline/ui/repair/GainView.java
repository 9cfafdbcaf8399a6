package dev.plumbline.ui.repair;

import static dev.plumbline.ui.control.Visibility.present;

import dev.plumbline.ui.access.DifferenceLines;
import dev.plumbline.ui.control.Badge;
import dev.plumbline.ui.control.MonoText;
import dev.plumbline.ui.control.Tone;
import dev.plumbline.ui.fx.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Who gains and who loses by the chosen steps, a line each; can be folded to its heading. Nothing where a plan does not tell. */
final class GainView extends VBox {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final double ROW = 24;
    private static final int ROWS_AT_MOST = 20;
    private static final double SHARE_OF_WINDOW = 0.2;
    private static final double LEAST = 3 * ROW;
    private final ToggleButton heading = new ToggleButton();
    private final Badge basis = new Badge();
    private final Button copy = new Button(Texts.get("copy"));
    private final ListView<DifferenceLines.Line> lines = new ListView<>();
    private @Nullable GainLines shown;

    GainView() {
        getStyleClass().add("gain-view");
        heading.setId("gainHeading");
        heading.getStyleClass().addAll("quiet", "heading");
        heading.setSelected(true);
        heading.selectedProperty().subscribe(this::fold);
        basis.setId("gainBasis");
        copy.setId("copyGain");
        copy.getStyleClass().add("quiet");
        copy.setAccessibleText(Texts.get("review.gain.copy"));
        copy.setOnAction(event -> copy());
        lines.setId("gainLines");
        lines.setFixedCellSize(ROW);
        lines.setAccessibleText(Texts.get("review.gain.list"));
        lines.setCellFactory(view -> new GainCell());
        lines.setOnKeyPressed(event -> {
            if (COPY.match(event)) {
                copy();
                event.consume();
            }
        });
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox head = new HBox(heading, basis, between, copy);
        head.getStyleClass().add("line");
        getChildren().addAll(head, lines);
        show(null);
    }

    void show(@Nullable GainLines now) {
        shown = now;
        present(this, now != null);
        if (now == null) {
            return;
        }
        lines.getItems().setAll(now.lines());
        basis.setText(Texts.get("review.gain." + now.basis().name()));
        basis.setTone(tone(now.basis()));
        fold();
    }

    private static Tone tone(GainSource.Basis basis) {
        return switch (basis) {
            case MODELLED -> Tone.NEUTRAL;
            case PROVED -> Tone.OK;
            case PROVED_OTHERWISE -> Tone.DANGER;
        };
    }

    private void fold() {
        GainLines now = shown;
        if (now == null) {
            return;
        }
        boolean some = !now.lines().isEmpty();
        boolean open = heading.isSelected();
        String words = some ? Texts.get("review.gain", now.cells()) : Texts.get("review.gain.none");
        heading.setText(some ? (open ? "▾ " : "▸ ") + words : words);
        heading.setDisable(!some);
        present(copy, some);
        present(lines, some && open);
    }

    /** As high as its lines, but never so high that the panes above have no room. */
    @Override
    protected double computePrefHeight(double width) {
        double room = getScene() == null ? LEAST : Math.max(LEAST, getScene().getHeight() * SHARE_OF_WINDOW);
        double wanted = ROW * Math.min(ROWS_AT_MOST, lines.getItems().size()) + 2;
        lines.setPrefHeight(Math.min(room, wanted));
        return super.computePrefHeight(width);
    }

    private void copy() {
        GainLines now = shown;
        DifferenceLines.Line one = lines.getSelectionModel().getSelectedItem();
        if (lines.isFocused() && one != null) {
            MonoText.copy(GainLines.shown(one) + "\n");
        } else if (now != null) {
            MonoText.copy(now.text());
        }
    }
}

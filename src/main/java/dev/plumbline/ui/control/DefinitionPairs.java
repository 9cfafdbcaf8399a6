package dev.plumbline.ui.control;

import dev.plumbline.drift.text.TextPair;
import dev.plumbline.ui.fx.Texts;
import java.util.List;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Two definitions side by side, line by line. Lines that are longer than their half are reached by the bar below or by the arrow keys, on both sides at once. */
public final class DefinitionPairs extends VBox {
    private static final double STEP = 40;
    private static final double BESIDE = 72;
    private static final double LETTER = 7.3;
    private static final int BEFORE = 4;
    private final ListView<TextPair> pairs = new ListView<>();
    private final ScrollBar shift = new ScrollBar();
    private String words = "";

    public DefinitionPairs() {
        setMinWidth(0);
        pairs.setId("pairs");
        pairs.getStyleClass().add("definitions");
        pairs.setMinWidth(0);
        setVgrow(pairs, Priority.ALWAYS);
        shift.setId("shift");
        shift.setMin(0);
        shift.setMinHeight(USE_PREF_SIZE);
        shift.setAccessibleText(Texts.get("definitions.shift"));
        pairs.setCellFactory(view -> new DefinitionCell(words + ".pair.", shift.valueProperty()));
        pairs.widthProperty().subscribe(this::fitShift);
        pairs.addEventFilter(KeyEvent.KEY_PRESSED, this::shiftByKey);
        getChildren().addAll(pairs, shift);
    }

    public String getWords() {
        return words;
    }

    /** The beginning of the keys of what a screen reader says. */
    public void setWords(String beginning) {
        words = beginning;
        pairs.setAccessibleText(Texts.get(beginning + ".pairs"));
    }

    public void show(List<TextPair> rows) {
        pairs.getItems().setAll(rows);
        shift.setValue(0);
        fitShift();
    }

    public void choose(int row) {
        pairs.getSelectionModel().clearAndSelect(row);
        pairs.scrollTo(Math.max(0, row - BEFORE));
    }

    public void chooseNone() {
        pairs.getSelectionModel().clearSelection();
    }

    private void shiftByKey(KeyEvent event) {
        if (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT) {
            double by = event.getCode() == KeyCode.LEFT ? -STEP : STEP;
            shift.setValue(Math.max(0, Math.min(shift.getMax(), shift.getValue() + by)));
            event.consume();
        }
    }

    /** As far as the longest line reaches beyond its half. */
    private void fitShift() {
        int longest = pairs.getItems().stream()
                .mapToInt(pair ->
                        Math.max(pair.leftText().length(), pair.rightText().length()))
                .max()
                .orElse(0);
        double half = (pairs.getWidth() - BESIDE) / 2;
        double beyond = Math.max(0, longest * LETTER - half);
        shift.setMax(beyond);
        shift.setVisibleAmount(beyond == 0 ? 0 : beyond * half / (longest * LETTER));
        shift.setValue(Math.min(shift.getValue(), beyond));
        shift.setVisible(beyond > 0);
        shift.setManaged(beyond > 0);
    }
}

package dev.plumbline.ui.control;

import dev.plumbline.drift.text.TextPair;
import dev.plumbline.drift.text.TextPair.Piece;
import dev.plumbline.ui.fx.Texts;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/** A row of the two definitions, half and half, with its sign between; words that differ are underlined. A line that does not fit stands whole in the tooltip. */
final class DefinitionCell extends ListCell<TextPair> {
    private static final double SIGN = 24;
    private final String words;
    private final HBox left = new HBox();
    private final HBox right = new HBox();
    private final Label sign = new Label();
    private final HBox row;

    /**
     * @param words the beginning of the keys of what a screen reader says
     * @param shift how far both sides are scrolled to the right, in pixels
     */
    DefinitionCell(String words, ObservableDoubleValue shift) {
        this.words = words;
        StackPane leftHalf = half(left, shift);
        StackPane rightHalf = half(right, shift);
        row = new HBox(leftHalf, sign, rightHalf);
        sign.getStyleClass().add("sign");
        sign.setMinWidth(SIGN);
        sign.setPrefWidth(SIGN);
        row.getStyleClass().add("pair");
        setPrefWidth(0);
        leftHalf.prefWidthProperty().bind(widthProperty().subtract(SIGN + 16).divide(2));
        rightHalf.prefWidthProperty().bind(leftHalf.prefWidthProperty());
    }

    @Override
    protected void updateItem(@Nullable TextPair pair, boolean empty) {
        super.updateItem(pair, empty);
        if (empty || pair == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText("");
            return;
        }
        fill(left, pair.left());
        fill(right, pair.right());
        sign.setText(pair.kind().sign());
        row.getStyleClass().setAll("pair", pair.kind().name().toLowerCase(Locale.ROOT));
        setAccessibleText(Texts.get(
                words + pair.kind().name(),
                pair.leftText().strip(),
                pair.rightText().strip()));
        String whole = (pair.leftText().strip() + "\n" + pair.rightText().strip()).strip();
        setTooltip(whole.isEmpty() ? null : tooltip(whole));
        setGraphic(row);
    }

    private static Tooltip tooltip(String whole) {
        Tooltip tooltip = new Tooltip(whole);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(640);
        return tooltip;
    }

    /** With an ellipsis where the line goes on. */
    private static StackPane half(HBox content, ObservableDoubleValue shift) {
        content.translateXProperty().bind(Bindings.createDoubleBinding(() -> -shift.get(), shift));
        HBox line = new HBox(content);
        line.setMinWidth(0);
        Label more = new Label("…");
        more.getStyleClass().addAll("mono", "muted");
        more.setMinWidth(Region.USE_PREF_SIZE);
        StackPane half = new StackPane(line, more);
        half.setMinWidth(0);
        StackPane.setAlignment(more, Pos.CENTER_RIGHT);
        more.visibleProperty()
                .bind(content.widthProperty()
                        .add(content.translateXProperty())
                        .greaterThan(half.widthProperty().add(1)));
        Rectangle clip = new Rectangle();
        clip.widthProperty()
                .bind(Bindings.when(more.visibleProperty())
                        .then(half.widthProperty().subtract(more.widthProperty()))
                        .otherwise(half.widthProperty()));
        clip.heightProperty().bind(half.heightProperty());
        line.setClip(clip);
        return half;
    }

    private static void fill(HBox half, List<Piece> pieces) {
        half.getChildren().setAll(pieces.stream().map(DefinitionCell::piece).toList());
    }

    private static Label piece(Piece piece) {
        Label label = new Label(piece.text());
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.getStyleClass().add("mono");
        if (piece.differs()) {
            label.getStyleClass().add("differs");
        }
        return label;
    }
}

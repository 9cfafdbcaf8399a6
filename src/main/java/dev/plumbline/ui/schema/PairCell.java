package dev.plumbline.ui.schema;

import dev.plumbline.drift.text.TextPair;
import dev.plumbline.drift.text.TextPair.Piece;
import dev.plumbline.ui.fx.Texts;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/** A row of the two definitions, half and half, with its sign between; words that differ have a ground of their own and are underlined. */
final class PairCell extends ListCell<TextPair> {
    private static final double SIGN = 24;
    private final HBox left = half();
    private final HBox right = half();
    private final Label sign = new Label();
    private final HBox row = new HBox(left, sign, right);

    PairCell() {
        sign.getStyleClass().add("sign");
        sign.setMinWidth(SIGN);
        sign.setPrefWidth(SIGN);
        row.getStyleClass().add("pair");
        setPrefWidth(0);
        left.prefWidthProperty().bind(widthProperty().subtract(SIGN + 16).divide(2));
        right.prefWidthProperty().bind(left.prefWidthProperty());
    }

    @Override
    protected void updateItem(TextPair pair, boolean empty) {
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
        setAccessibleText(Texts.get("schema.pair." + pair.kind().name(), pair.leftText(), pair.rightText()));
        setTooltip(new Tooltip((pair.leftText() + "\n" + pair.rightText()).strip()));
        setGraphic(row);
    }

    private static HBox half() {
        HBox half = new HBox();
        half.setMinWidth(0);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(half.widthProperty());
        clip.heightProperty().bind(half.heightProperty());
        half.setClip(clip);
        return half;
    }

    private static void fill(HBox half, List<Piece> pieces) {
        half.getChildren().setAll(pieces.stream().map(PairCell::piece).toList());
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

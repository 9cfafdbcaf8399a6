package dev.plumbline.ui.control;

import dev.plumbline.drift.text.TextPair;
import dev.plumbline.drift.text.TextPair.Piece;
import dev.plumbline.ui.fx.Texts;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
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
    /** Made once: each is a window of its own. */
    private @Nullable Tooltip tooltip;

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
            row.setVisible(false);
            setTooltip(null);
            setAccessibleText("");
            return;
        }
        if (getGraphic() == null) {
            // From then on hidden and not taken away where there is nothing to show: what comes back gets all its
            // styles matched anew.
            setGraphic(row);
        }
        fill(left, pair.left());
        fill(right, pair.right());
        sign.setText(pair.kind().sign());
        StyleClasses.set(row, "pair", pair.kind().name().toLowerCase(Locale.ROOT));
        setAccessibleText(Texts.get(
                words + pair.kind().name(),
                pair.leftText().strip(),
                pair.rightText().strip()));
        String whole = (pair.leftText().strip() + "\n" + pair.rightText().strip()).strip();
        setTooltip(whole.isEmpty() ? null : tooltip(whole));
        row.setVisible(true);
    }

    private Tooltip tooltip(String whole) {
        Tooltip there = tooltip;
        if (there == null) {
            there = new Tooltip();
            there.setWrapText(true);
            there.setMaxWidth(640);
            tooltip = there;
        }
        there.setText(whole);
        return there;
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

    /** Labels that are there are used again: a new one costs more than all that is done with it here. */
    private static void fill(HBox half, List<Piece> pieces) {
        List<Node> labels = half.getChildren();
        if (labels.size() > pieces.size()) {
            labels.subList(pieces.size(), labels.size()).clear();
        }
        while (labels.size() < pieces.size()) {
            Label label = new Label();
            label.setMinWidth(Region.USE_PREF_SIZE);
            labels.add(label);
        }
        for (int number = 0; number < pieces.size(); number++) {
            show(pieces.get(number), (Label) labels.get(number));
        }
    }

    private static void show(Piece piece, Label label) {
        label.setText(piece.text());
        if (piece.differs()) {
            StyleClasses.set(label, "label", "mono", "differs");
        } else {
            StyleClasses.set(label, "label", "mono");
        }
    }
}

package dev.plumbline.ui.compare;

import dev.plumbline.ui.control.ElidedLabel;
import dev.plumbline.ui.control.StyleClasses;
import dev.plumbline.ui.fx.Texts;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A line of the tree: a group with its count, or a difference with the signs of how much it matters and of where the thing is. */
final class CompareCell extends TreeCell<CompareLine> {
    private final Label sign = new Label();
    private final ElidedLabel name = new ElidedLabel();
    private final Label aside = new Label();
    private final HBox line = new HBox(sign, name, aside);

    CompareCell() {
        line.getStyleClass().add("line");
        sign.getStyleClass().add("sign");
        sign.setMinWidth(Region.USE_PREF_SIZE);
        sign.managedProperty().bind(sign.visibleProperty());
        aside.getStyleClass().addAll("muted", "small");
        aside.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        setPrefWidth(0);
        // Hidden and not taken away where there is nothing to show: what comes back gets all its styles matched anew,
        // and a list empties its cells whenever its rows change.
        line.setVisible(false);
        setGraphic(line);
    }

    @Override
    protected void updateItem(@Nullable CompareLine item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            line.setVisible(false);
            setAccessibleText(null);
            return;
        }
        name.setText(item.text());
        CompareRow row = item.row();
        sign.setVisible(row != null);
        StyleClasses.set(name, "label", row == null ? "heading" : "mono");
        if (row == null) {
            aside.setText(Integer.toString(item.count()));
            setAccessibleText(Texts.get("compare.spoken.group", item.text(), item.count()));
        } else {
            String severity = row.row().severity().word();
            boolean open = row.row().found() == null;
            sign.setText(
                    open
                            ? row.row().presence().sign()
                            : row.row().severity().sign() + " "
                                    + row.row().presence().sign());
            StyleClasses.set(sign, "label", "sign", "severity-" + severity.toLowerCase(Locale.ROOT));
            aside.setText(
                    !row.row().perhaps().isEmpty()
                            ? Texts.get("compare.renamedAside")
                            : row.row().losesData() ? Texts.get("compare.losing") : severity);
            setAccessibleText(Texts.get(
                    "compare.spoken", row.row().presence().word(), row.row().kind(), item.text(), severity));
        }
        line.setVisible(true);
    }
}

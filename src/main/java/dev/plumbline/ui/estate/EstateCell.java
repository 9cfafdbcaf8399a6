package dev.plumbline.ui.estate;

import dev.plumbline.model.EstateResource;
import dev.plumbline.model.Visible;
import dev.plumbline.ui.control.DotState;
import dev.plumbline.ui.control.ElidedLabel;
import dev.plumbline.ui.control.StateDot;
import dev.plumbline.ui.fx.CheckedStates;
import dev.plumbline.ui.fx.Texts;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** One line of the tree: dot, name, count. */
final class EstateCell extends TreeCell<EstateNode> {
    private final CheckedStates checked;
    private final Map<String, DotState> answers;
    private final StateDot dot = new StateDot();
    private final ElidedLabel name = new ElidedLabel();
    private final Label aside = new Label();
    private final HBox line = new HBox(dot, name, aside);

    EstateCell(CheckedStates checked, Map<String, DotState> answers, Consumer<TreeItem<EstateNode>> open) {
        this.checked = checked;
        this.answers = answers;
        line.getStyleClass().add("line");
        aside.getStyleClass().add("aside");
        aside.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        dot.managedProperty().bind(dot.visibleProperty());
        setPrefWidth(0);
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            TreeItem<EstateNode> item = getTreeItem();
            if (item != null && event.getButton() == MouseButton.PRIMARY) {
                open.accept(item);
            }
        });
    }

    @Override
    protected void updateItem(@Nullable EstateNode node, boolean empty) {
        super.updateItem(node, empty);
        for (EstateNode.Kind kind : EstateNode.Kind.values()) {
            pseudoClassStateChanged(
                    PseudoClass.getPseudoClass(kind.name().toLowerCase(Locale.ROOT)),
                    node != null && node.kind() == kind);
        }
        if (empty || node == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        name.setText(Visible.text(node.text()));
        EstateResource resource = node.resource();
        boolean direct = node.kind() == EstateNode.Kind.DIRECT;
        dot.setVisible(resource != null || direct);
        aside.setText(node.aside());
        setAccessibleText(node.aside().isEmpty() ? name.getText() : name.getText() + ", " + node.aside());
        if (resource != null) {
            showState(resource);
        } else if (direct) {
            dot.setState(answers.getOrDefault(node.text(), DotState.UNKNOWN));
            setAccessibleText(name.getText() + ", " + dot.getAccessibleText());
        }
        setGraphic(line);
    }

    private void showState(EstateResource resource) {
        StatusWord word = StatusWord.known(resource, checked);
        dot.setState(word.dot());
        aside.setText(word.differing() == 0 ? "" : Integer.toString(word.differing()));
        setAccessibleText(Texts.get("estate.spoken", resource.kind(), name.getText(), word.words()));
    }
}

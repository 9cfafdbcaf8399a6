package dev.plumbline.ui.estate;

import dev.plumbline.model.EstateResource;
import dev.plumbline.ui.control.StateDot;
import dev.plumbline.ui.fx.CheckedStates;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** A resource's dot in a table, with whose word it is as its tooltip. */
final class StateCell extends TableCell<EstateResource, EstateResource> {
    private final CheckedStates checked;
    private final StateDot dot = new StateDot();

    StateCell(CheckedStates checked) {
        this.checked = checked;
    }

    @Override
    protected void updateItem(@Nullable EstateResource resource, boolean empty) {
        super.updateItem(resource, empty);
        if (empty || resource == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        StatusWord word = StatusWord.known(resource, checked);
        dot.setState(word.dot());
        setTooltip(new Tooltip(word.words()));
        setAccessibleText(word.words());
        setGraphic(dot);
    }
}

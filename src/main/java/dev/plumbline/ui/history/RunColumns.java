package dev.plumbline.ui.history;

import dev.plumbline.model.Visible;
import dev.plumbline.ui.control.Badge;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** How columns of the journal's tables get their values; every text is safe to show. */
final class RunColumns {
    private RunColumns() {}

    static <S> void text(TableColumn<S, String> column, Function<S, String> value) {
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(Visible.text(value.apply(row.getValue()))));
    }

    static <S> void mono(TableColumn<S, String> column, Function<S, String> value) {
        text(column, value);
        column.setCellFactory(view -> new MonoCell<>());
    }

    static <S, N extends Number> void number(TableColumn<S, N> column, Function<S, N> value) {
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.getStyleClass().add("number");
    }

    static void outcome(TableColumn<RunRow, String> column) {
        text(column, RunRow::outcome);
        column.setCellFactory(view -> new OutcomeCell());
    }

    private static final class MonoCell<S> extends TableCell<S, String> {
        private MonoCell() {
            getStyleClass().add("mono");
        }

        @Override
        protected void updateItem(@Nullable String value, boolean empty) {
            super.updateItem(value, empty);
            boolean blank = empty || value == null;
            setText(blank ? "" : value);
            setTooltip(blank ? null : new Tooltip(value));
        }
    }

    private static final class OutcomeCell extends TableCell<RunRow, String> {
        private final Badge badge = new Badge();

        @Override
        protected void updateItem(@Nullable String value, boolean empty) {
            super.updateItem(value, empty);
            RunRow row = empty || getTableRow() == null ? null : getTableRow().getItem();
            if (row != null) {
                badge.setText(row.outcome());
                badge.setTone(row.tone());
            }
            setGraphic(row == null ? null : badge);
        }
    }
}

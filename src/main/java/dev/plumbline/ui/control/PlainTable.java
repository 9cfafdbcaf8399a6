package dev.plumbline.ui.control;

import dev.plumbline.model.Visible;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** A table of texts that is as high as its rows; it scrolls with the page it stands on. */
public final class PlainTable {
    private static final double HEAD = 36;

    private PlainTable() {}

    /** Columns of these heads and widths; every text is made safe to show. */
    public static TableView<List<String>> of(List<String> heads, List<Double> widths, List<List<String>> rows) {
        TableView<List<String>> table = new TableView<>();
        for (int index = 0; index < heads.size(); index++) {
            int place = index;
            TableColumn<List<String>, String> column = new TableColumn<>(heads.get(index));
            column.setCellValueFactory(
                    row -> new ReadOnlyStringWrapper(Visible.text(row.getValue().get(place))));
            column.setPrefWidth(widths.get(index));
            column.setCellFactory(view -> new ToldCell());
            table.getColumns().add(column);
        }
        table.getItems().setAll(rows);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        fit(table, 34);
        TableCopy.install(table);
        return table;
    }

    /** A cell that leaves out the middle of its text when there is no room for it, and then tells all of it. */
    private static final class ToldCell extends TableCell<List<String>, String> {
        private ToldCell() {
            Elision.install(this);
        }

        @Override
        protected void updateItem(@Nullable String value, boolean empty) {
            super.updateItem(value, empty);
            setText(empty || value == null ? "" : value);
        }
    }

    /** Makes a table exactly as high as its rows. */
    public static void fit(TableView<?> table, double rowHeight) {
        table.setFixedCellSize(rowHeight);
        double height = HEAD + rowHeight * Math.max(1, table.getItems().size());
        table.setMinHeight(height);
        table.setPrefHeight(height);
        table.setMaxHeight(height);
    }
}

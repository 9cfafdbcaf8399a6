package dev.plumbline.ui.findings;

import dev.plumbline.ui.control.Badge;
import dev.plumbline.ui.control.VisibleCell;
import java.util.Comparator;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;

/** How the columns of the findings get their values. */
final class FindingColumns {
    private FindingColumns() {}

    static void weight(TableColumn<FindingRow, FindingRow> column) {
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setComparator(Comparator.comparing(FindingRow::place));
        column.setCellFactory(view -> new WeightCell());
    }

    static void text(TableColumn<FindingRow, String> column, Function<FindingRow, String> value) {
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        column.setCellFactory(view -> {
            VisibleCell<FindingRow> cell = new VisibleCell<>();
            cell.setTextOverrun(OverrunStyle.ELLIPSIS);
            return cell;
        });
    }

    static void mono(TableColumn<FindingRow, String> column, Function<FindingRow, String> value) {
        text(column, value);
        column.setCellFactory(view -> new VisibleCell<>("mono"));
    }

    private static final class WeightCell extends TableCell<FindingRow, FindingRow> {
        private final Badge badge = new Badge();

        @Override
        protected void updateItem(@Nullable FindingRow row, boolean empty) {
            super.updateItem(row, empty);
            boolean blank = empty || row == null;
            if (row != null && !empty) {
                badge.setText(row.weight());
                badge.setTone(row.tone());
            }
            setGraphic(blank ? null : badge);
        }
    }
}

package dev.plumbline.ui.overview;

import dev.plumbline.drift.State;
import dev.plumbline.ui.control.Badge;
import dev.plumbline.ui.control.DotState;
import dev.plumbline.ui.control.ElidedLabel;
import dev.plumbline.ui.control.StateDot;
import dev.plumbline.ui.control.Tone;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** How the columns of the checks table draw a row. */
final class ChecksTable {
    static final double ROW = 51;

    private ChecksTable() {}

    static void dot(TableColumn<CheckRow, CheckRow> column) {
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(view -> new Drawn<>(row -> new StateDot(DotState.of(row.state()))));
    }

    static void check(TableColumn<CheckRow, String> column) {
        text(column, CheckRow::checkAndSubject, row -> {
            ElidedLabel title = new ElidedLabel(row.title());
            title.getStyleClass().add("heading");
            ElidedLabel subject = new ElidedLabel(row.subject());
            subject.getStyleClass().addAll("muted", "small");
            VBox both = new VBox(title, subject);
            both.setAlignment(Pos.CENTER_LEFT);
            return both;
        });
    }

    static void declared(TableColumn<CheckRow, String> column) {
        text(column, CheckRow::declared, row -> styled(row.declared(), "mono"));
    }

    static void status(TableColumn<CheckRow, String> column) {
        text(column, CheckRow::statusSays, row -> styled(row.statusSays(), "muted"));
    }

    static void catalog(TableColumn<CheckRow, String> column) {
        text(column, CheckRow::catalog, row -> styled(row.catalog(), "mono", ink(row.state())));
    }

    static void state(TableColumn<CheckRow, String> column) {
        text(column, CheckRow::badge, row -> {
            Badge badge = new Badge(row.badge(), tone(row.state()));
            badge.setMinWidth(0);
            badge.setTooltip(new Tooltip(row.badge()));
            return badge;
        });
    }

    static Tone tone(State state) {
        return switch (state) {
            case OK -> Tone.OK;
            case MISSING -> Tone.DANGER;
            case DRIFT, PARTIAL -> Tone.WARNING;
            case UNKNOWN, NOT_APPLICABLE -> Tone.NEUTRAL;
        };
    }

    private static String ink(State state) {
        return switch (state) {
            case OK, NOT_APPLICABLE -> "plain";
            case MISSING -> "danger-text";
            case DRIFT, PARTIAL -> "warning-text";
            case UNKNOWN -> "muted";
        };
    }

    private static void text(
            TableColumn<CheckRow, String> column, Function<CheckRow, String> value, Function<CheckRow, Node> drawing) {
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        column.setCellFactory(view -> new Drawn<>(drawing));
    }

    private static ElidedLabel styled(String text, String... styles) {
        ElidedLabel label = new ElidedLabel(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /** A cell that draws its row, not its value. */
    private static final class Drawn<V> extends TableCell<CheckRow, V> {
        private final Function<CheckRow, Node> drawing;

        private Drawn(Function<CheckRow, Node> drawing) {
            this.drawing = drawing;
            getStyleClass().add("drawn");
        }

        @Override
        protected void updateItem(@Nullable V value, boolean empty) {
            super.updateItem(value, empty);
            CheckRow row = empty || getTableRow() == null ? null : getTableRow().getItem();
            setGraphic(row == null ? null : drawing.apply(row));
            setAccessibleText(value == null || value instanceof CheckRow ? "" : value.toString());
        }
    }
}

package dev.plumbline.ui.preflight;

import dev.plumbline.access.preflight.Answer;
import dev.plumbline.access.preflight.Need;
import dev.plumbline.access.preflight.PageClaim;
import dev.plumbline.access.preflight.PreflightRow;
import dev.plumbline.ui.control.VisibleCell;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;

/** How the columns get their values; the answer stands as a sign and a word, its colour only besides. */
final class PreflightColumns {
    private PreflightColumns() {}

    static void text(
            TableColumn<PreflightRow, String> column, Function<PreflightRow, String> value, String... styleClasses) {
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        column.setCellFactory(view -> new VisibleCell<>(styleClasses));
    }

    static void answer(TableColumn<PreflightRow, String> column) {
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(
                row.getValue().answer().sign() + " " + row.getValue().answer().word()));
        column.setCellFactory(view -> new AnswerCell());
    }

    /** The statements that would give what is missing; what only a superuser can do is said in words. */
    static String missing(PreflightRow row) {
        return row.needs().stream().map(PreflightColumns::statement).distinct().collect(Collectors.joining("; "));
    }

    /** Where the page must not be followed; where it is only silent, the detail tells what the server asks. */
    static String page(PreflightRow row) {
        PageClaim page = row.operation().page();
        return page.truth() == PageClaim.Truth.SILENT ? "" : page.shown();
    }

    static String statement(Need need) {
        return need.isSuperuser()
                ? "let a superuser run it: " + need.what()
                : need.sql().text();
    }

    private static final class AnswerCell extends TableCell<PreflightRow, String> {
        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            PreflightRow row =
                    empty || getTableRow() == null ? null : getTableRow().getItem();
            setText(row == null ? null : text);
            getStyleClass().removeAll("ok-text", "danger-text", "warning-text");
            if (row != null) {
                getStyleClass().add(styleOf(row.answer()));
            }
        }

        private static String styleOf(Answer answer) {
            return switch (answer) {
                case YES -> "ok-text";
                case NO -> "danger-text";
                case CANNOT_TELL -> "warning-text";
            };
        }
    }
}

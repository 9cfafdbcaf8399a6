package dev.plumbline.ui.staging;

import dev.plumbline.ui.control.ElidedLabel;
import dev.plumbline.ui.fx.Texts;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What is staged, in its order; each can be taken off, by its button or by Delete. */
final class StagedList extends VBox {
    private static final double ROW = 44;
    private static final int ROWS = 8;

    StagedList(Staging staging) {
        getStyleClass().add("staged-list");
        ListView<StagedEntry> list = new ListView<>(staging.entries());
        list.setId("stagedList");
        list.setAccessibleText(Texts.get("staging.list"));
        list.setFixedCellSize(ROW);
        list.setPrefSize(560, ROW * Math.min(ROWS, Math.max(2, staging.entries().size())) + 2);
        list.setCellFactory(view -> new Cell(staging));
        list.setOnKeyPressed(event -> {
            StagedEntry chosen = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.DELETE && chosen != null) {
                staging.remove(List.of(chosen));
                event.consume();
            }
        });
        getChildren().add(list);
    }

    private static final class Cell extends ListCell<StagedEntry> {
        private final ElidedLabel sql = new ElidedLabel();
        private final ElidedLabel from = new ElidedLabel();
        private final Button remove = new Button(Texts.get("staging.remove"));
        private final HBox line;

        private Cell(Staging staging) {
            sql.getStyleClass().add("mono");
            from.getStyleClass().addAll("small", "muted");
            remove.getStyleClass().addAll("quiet", "remove");
            remove.setMinWidth(Region.USE_PREF_SIZE);
            remove.setOnAction(event -> {
                StagedEntry entry = getItem();
                if (entry != null) {
                    staging.remove(List.of(entry));
                }
            });
            VBox words = new VBox(sql, from);
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            line = new HBox(words, remove);
            line.getStyleClass().add("staged-line");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable StagedEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty || entry == null) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            sql.setText(entry.shown());
            from.setText(entry.from());
            remove.setAccessibleText(Texts.get("staging.remove.spoken", entry.shown()));
            setAccessibleText(entry.shown() + ", " + entry.from());
            setGraphic(line);
        }
    }
}

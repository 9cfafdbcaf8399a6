package dev.plumbline.ui.privileges;

import dev.plumbline.ui.control.TableCopy;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import javafx.collections.FXCollections;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** The list of who holds what; its columns are made anew only when other ones are asked for, so that their widths and order stay. */
final class HolderTable {
    private static final double CELL = 32;
    private final TableView<HolderLine> lines;
    private final IntFunction<String> roleWord;
    private @Nullable String drawn;

    HolderTable(TableView<HolderLine> lines, IntFunction<String> roleWord, Consumer<List<SelectedCell>> chosen) {
        this.lines = lines;
        this.roleWord = roleWord;
        lines.setFixedCellSize(CELL);
        lines.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TableCopy.install(lines);
        lines.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        lines.getSelectionModel()
                .getSelectedItems()
                .subscribe(() -> chosen.accept(lines.getSelectionModel().getSelectedItems().stream()
                        .filter(Objects::nonNull)
                        .map(line -> new SelectedCell(line.subject(), line.role()))
                        .toList()));
    }

    void show(PrivilegesPage page) {
        String heads = page.query().mode() + "/" + page.role() + "/" + page.other();
        if (!heads.equals(drawn)) {
            drawn = heads;
            lines.getColumns().setAll(HolderColumns.of(page, roleWord));
        }
        lines.setItems(FXCollections.observableArrayList(page.lines()));
        lines.sort();
    }
}

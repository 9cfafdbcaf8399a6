package dev.plumbline.ui.control;

import dev.plumbline.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/** Lets a table be copied: chosen rows, or all when fewer than two are chosen, as Markdown, CSV and, where rows have it, SQL. */
public final class TableCopy<S> {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private final TableView<S> table;

    private TableCopy(TableView<S> table) {
        this.table = table;
    }

    public static <S> void install(TableView<S> table) {
        new TableCopy<>(table).install(List.of());
    }

    public static <S> void install(TableView<S> table, Function<? super S, String> sql) {
        TableCopy<S> copy = new TableCopy<>(table);
        copy.install(
                List.of(item("copy.sql", () -> copy.chosen().stream().map(sql).collect(Collectors.joining("\n")))));
    }

    private void install(List<MenuItem> first) {
        List<MenuItem> items = new ArrayList<>(first);
        items.add(item("copy.markdown", () -> TableText.markdown(headers(), cells())));
        items.add(item("copy.csv", () -> TableText.csv(headers(), cells())));
        table.setContextMenu(new ContextMenu(items.toArray(MenuItem[]::new)));
        table.setOnKeyPressed(event -> {
            if (COPY.match(event)) {
                MonoText.copy(TableText.markdown(headers(), cells()));
                event.consume();
            }
        });
    }

    private static MenuItem item(String key, Supplier<String> text) {
        MenuItem item = new MenuItem(Texts.get(key));
        item.setOnAction(event -> MonoText.copy(text.get()));
        return item;
    }

    private List<S> chosen() {
        List<S> chosen = table.getSelectionModel().getSelectedItems();
        return List.copyOf(chosen.size() < 2 ? table.getItems() : chosen);
    }

    private List<TableColumn<S, ?>> columns() {
        return table.getVisibleLeafColumns().stream()
                .filter(column -> !column.getText().isEmpty())
                .toList();
    }

    private List<String> headers() {
        return columns().stream().map(TableColumn::getText).toList();
    }

    private List<List<String>> cells() {
        return chosen().stream()
                .map(row -> columns().stream()
                        .map(column -> text(column.getCellData(row)))
                        .toList())
                .toList();
    }

    private static String text(@Nullable Object cell) {
        return Objects.toString(cell, "");
    }
}

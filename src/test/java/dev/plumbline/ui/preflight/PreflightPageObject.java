package dev.plumbline.ui.preflight;

import dev.plumbline.access.preflight.PreflightRow;
import dev.plumbline.access.preflight.ScriptOption;
import dev.plumbline.model.Name;
import dev.plumbline.ui.ScreenStage;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;

/** The preflight as a person uses it; alone knows its ids. */
final class PreflightPageObject {
    private final Scene scene;

    PreflightPageObject(Scene scene) {
        this.scene = scene;
    }

    String headline() {
        return ((Labeled) node("headline")).getText();
    }

    String schemas() {
        return ((Labeled) node("schemas")).getText();
    }

    @SuppressWarnings("unchecked")
    private TableView<PreflightRow> table() {
        return (TableView<PreflightRow>) node("operations");
    }

    void choose(String operation) {
        ScreenStage.onFx(() -> table().getItems().stream()
                .filter(row -> row.operation().title().equals(operation))
                .findFirst()
                .ifPresentOrElse(row -> table().getSelectionModel().select(row), () -> {
                    throw new AssertionError("no row " + operation);
                }));
    }

    /** The first column's texts. */
    List<String> answers() {
        return table().getItems().stream()
                .map(row -> String.valueOf(table().getColumns().get(0).getCellData(row)))
                .toList();
    }

    @SuppressWarnings("unchecked")
    void chooseRole(Name role) {
        ScreenStage.onFx(() -> ((ComboBox<Name>) node("role")).setValue(role));
    }

    @SuppressWarnings("unchecked")
    void chooseScript(ScriptOption option) {
        ScreenStage.onFx(() -> ((ComboBox<ScriptOption>) node("option")).setValue(option));
    }

    String script() {
        return ((TextArea) node("script")).getText();
    }

    String detail() {
        return texts("detail");
    }

    String notices() {
        return texts("notices");
    }

    private String texts(String id) {
        return node(id).lookupAll(".label").stream()
                .map(label -> ((Labeled) label).getText())
                .collect(Collectors.joining("\n"));
    }

    private Node node(String id) {
        return Objects.requireNonNull(scene.lookup("#" + id), id);
    }
}

package dev.plumbline.ui.gates;

import dev.plumbline.ui.fx.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A control with its name above and what is wrong with it below, told once it was left or everything was asked for. {@code path} is its field in the resource. */
final class FormField extends VBox {
    private final String path;
    private final Label problem = Words.of("", "small", "danger-text");
    private String wrong = "";
    private boolean told;

    FormField(String path, String key, Node control) {
        this.path = path;
        getStyleClass().add("form-field");
        Label name = Words.of(Texts.get(key), "small", "muted");
        name.setLabelFor(control);
        control.setAccessibleText(Texts.get(key));
        getChildren().addAll(name, control, problem);
        setMinWidth(0);
        focusWithinProperty().subscribe((before, now) -> {
            if (before && !now) {
                tell();
            }
        });
        show();
    }

    String path() {
        return path;
    }

    void setWrong(List<String> texts) {
        wrong = texts.isEmpty() ? "" : "▲ " + String.join("\n▲ ", texts);
        show();
    }

    /** From now on what is wrong is shown. */
    void tell() {
        told = true;
        show();
    }

    private void show() {
        problem.setText(told ? wrong : "");
        boolean there = !problem.getText().isEmpty();
        problem.setVisible(there);
        problem.setManaged(there);
    }

    static TextField text(String id, String shown, Runnable changed) {
        TextField field = new TextField(shown);
        field.setId(id);
        field.getStyleClass().add("mono");
        field.textProperty().subscribe((before, now) -> changed.run());
        return field;
    }

    /** A text that may be chosen from what the cluster offers, or written. */
    static ComboBox<String> pick(String id, String shown, Runnable changed) {
        ComboBox<String> pick = new ComboBox<>();
        pick.setId(id);
        pick.setEditable(true);
        pick.setMaxWidth(Double.MAX_VALUE);
        pick.setVisibleRowCount(12);
        pick.getEditor().getStyleClass().add("mono");
        pick.getEditor().setText(shown);
        pick.getEditor().textProperty().subscribe((before, now) -> changed.run());
        return pick;
    }

    static ComboBox<String> choice(String id, List<String> values, Runnable changed) {
        ComboBox<String> choice = new ComboBox<>();
        choice.setId(id);
        choice.getItems().setAll(values);
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.getSelectionModel().selectFirst();
        choice.valueProperty().subscribe((before, now) -> changed.run());
        return choice;
    }

    static CheckBox check(String id, String key, boolean on, Runnable changed) {
        CheckBox box = new CheckBox(Texts.get(key));
        box.setId(id);
        box.setSelected(on);
        box.setWrapText(true);
        box.selectedProperty().subscribe((before, now) -> changed.run());
        return box;
    }

    static String of(ComboBox<String> pick) {
        @Nullable String value = pick.isEditable() ? pick.getEditor().getText() : pick.getValue();
        return value == null ? "" : value.strip();
    }

    static String of(TextField field) {
        return field.getText().strip();
    }

    /** Keeps what is written while what is offered changes. */
    static void offer(ComboBox<String> pick, List<String> values) {
        String written = pick.getEditor().getText();
        if (!pick.getItems().equals(values)) {
            pick.getItems().setAll(values);
            pick.getEditor().setText(written);
        }
    }
}

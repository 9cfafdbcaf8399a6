package dev.plumbline.ui.runbook;

import dev.plumbline.model.Visible;
import dev.plumbline.runbook.document.Input;
import dev.plumbline.runbook.document.InputType;
import dev.plumbline.ui.fx.Texts;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** One input: what it is for, a field that offers what there is, and what is wrong with what stands in it, told once it was left or everything was asked for. */
final class InputField extends VBox {
    private final Input input;
    private final ComboBox<String> field = new ComboBox<>();
    private final Label problem = Words.of("", "small", "danger-text");
    private boolean told;

    InputField(Input input, String known, Runnable changed) {
        this.input = input;
        getStyleClass().add("form-field");
        Label label = Words.of(input.label());
        label.setLabelFor(field);
        Label aside = Words.of(
                Texts.get("begin.input", input.name(), input.type().word())
                        + input.standard()
                                .map(text -> " · " + Texts.get("begin.standard", text))
                                .orElse(""),
                "small",
                "muted");
        field.setId("input-" + input.name());
        field.setEditable(true);
        field.setMaxWidth(520);
        field.setVisibleRowCount(12);
        field.setAccessibleText(Visible.text(input.label()));
        field.getEditor().getStyleClass().add("mono");
        field.getEditor().setText(known);
        field.getEditor().textProperty().subscribe((before, now) -> {
            show();
            changed.run();
        });
        focusWithinProperty().subscribe((before, now) -> {
            if (before && !now) {
                tell();
            }
        });
        getChildren().addAll(label, aside, field, problem);
        offer(fixed());
        show();
    }

    private List<String> fixed() {
        return switch (input.type()) {
            case CHOICE -> input.choices();
            case BOOLEAN -> List.of("true", "false");
            default -> List.of();
        };
    }

    /** Keeps what is written while what is offered changes. */
    void offer(List<String> values) {
        String written = field.getEditor().getText();
        if (!values.isEmpty() && !field.getItems().equals(values)) {
            field.getItems().setAll(values);
            field.getEditor().setText(written);
        }
    }

    String value() {
        return field.getEditor().getText().strip();
    }

    String name() {
        return input.name();
    }

    InputType type() {
        return input.type();
    }

    boolean isRefused() {
        return BeginRunViewModel.refuses(input, value()).isPresent();
    }

    void tell() {
        told = true;
        show();
    }

    private void show() {
        String wrong =
                BeginRunViewModel.refuses(input, value()).map(why -> "▲ " + why).orElse("");
        problem.setText(told ? Visible.text(wrong) : "");
        Words.present(problem, !problem.getText().isEmpty());
    }
}

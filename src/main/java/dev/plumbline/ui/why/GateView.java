package dev.plumbline.ui.why;

import dev.plumbline.access.why.Gate;
import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One gate: its sign, its name, what was found in words, and the evidence as it stands in the catalog. */
final class GateView {
    private GateView() {}

    static Node of(Gate gate) {
        Label sign = new Label(VerdictWords.sign(gate.state()));
        sign.getStyleClass().add("sign");
        Label title = new Label(gate.title());
        title.getStyleClass().add("gate-title");
        VBox told = new VBox(Words.of(gate.sentence()));
        if (!gate.evidence().isEmpty()) {
            told.getChildren().add(Words.mono(gate.evidence(), "evidence"));
        }
        told.setMinWidth(0);
        HBox.setHgrow(told, Priority.ALWAYS);
        HBox row = new HBox(sign, title, told);
        row.getStyleClass().addAll("gate", gate.state().name().toLowerCase(Locale.ROOT));
        row.setAccessibleRole(AccessibleRole.TEXT);
        row.setAccessibleText(gate.title() + ": " + VerdictWords.state(gate.state()) + ". " + gate.sentence());
        return row;
    }
}

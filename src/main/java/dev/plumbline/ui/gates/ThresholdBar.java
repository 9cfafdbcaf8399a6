package dev.plumbline.ui.gates;

import dev.plumbline.drift.gate.GateResult.Measured;
import dev.plumbline.ui.fx.Texts;
import java.math.BigDecimal;
import java.math.MathContext;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A value as a bar, with a line where its threshold is and a shade over what must not be reached; the same in words under it. */
final class ThresholdBar extends VBox {
    private static final int DIGITS = 6;
    private static final double BEYOND = 1.2;
    private final Measured measured;
    private final double least;
    private final double span;
    private final Region refused = new Region();
    private final Region value = new Region();
    private final Region limit = new Region();

    ThresholdBar(Measured measured, boolean holds) {
        this.measured = measured;
        this.least = Math.min(0, Math.min(measured.value(), measured.threshold())) * BEYOND;
        double most = Math.max(0, Math.max(measured.value(), measured.threshold())) * BEYOND;
        this.span = most - least == 0 ? 1 : most - least;
        getStyleClass().add("threshold");
        refused.getStyleClass().add("refused");
        value.getStyleClass().addAll("value", holds ? "holds" : "breaks");
        limit.getStyleClass().add("limit");
        Label words = Words.of(
                Texts.get(
                        holds ? "gates.bar.holds" : "gates.bar.breaks",
                        shown(measured.value()),
                        measured.operator(),
                        shown(measured.threshold())),
                "small",
                "muted");
        getChildren().addAll(new Bar(), words);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(words.getText());
    }

    static String shown(double number) {
        BigDecimal exact = new BigDecimal(number).round(new MathContext(DIGITS)).stripTrailingZeros();
        return exact.signum() == 0 ? "0" : exact.toPlainString();
    }

    private final class Bar extends Pane {
        Bar() {
            getStyleClass().add("bar");
            getChildren().addAll(refused, value, limit);
        }

        @Override
        protected void layoutChildren() {
            double width = getWidth();
            double height = getHeight();
            double zero = at(0, width);
            double reached = at(measured.value(), width);
            double threshold = at(measured.threshold(), width);
            boolean below = measured.operator().startsWith("<");
            refused.resizeRelocate(below ? threshold : 0, 0, below ? width - threshold : threshold, height);
            value.resizeRelocate(Math.min(zero, reached), 2, Math.max(2, Math.abs(reached - zero)), height - 4);
            limit.resizeRelocate(threshold - 1, 0, 2, height);
        }

        private double at(double number, double width) {
            return (number - least) / span * width;
        }
    }
}

package dev.plumbline.ui.runbook;

import dev.plumbline.runbook.run.StepState;
import dev.plumbline.runbook.run.StepStatus;
import dev.plumbline.ui.fx.Texts;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What a question is about, beside it: what each step saw, and when. It takes no more room than leaves the answers in sight, and scrolls. */
final class AskedView {
    private static final int FEW = 2;
    private static final double MOST_HEIGHT = 280;
    private static final double HEIGHT_BESIDE_MANY = 170;

    private AskedView() {}

    /** Empty where there is nothing to be told. {@code answers} is how many can be chosen from. */
    static Optional<Node> of(List<StepState> seen, int answers) {
        if (seen.isEmpty()) {
            return Optional.empty();
        }
        VBox lines = new VBox();
        lines.setId("askedAbout");
        lines.getStyleClass().add("asked-about");
        seen.forEach(step -> add(lines, step));
        ScrollPane pane = new ScrollPane(lines);
        pane.setFitToWidth(true);
        pane.setMinHeight(Region.USE_PREF_SIZE);
        double most = answers > FEW ? HEIGHT_BESIDE_MANY : MOST_HEIGHT;
        pane.setMaxHeight(most);
        pane.setAccessibleText(Texts.get("runbook.about.seen"));
        lines.heightProperty().subscribe(height -> pane.setPrefHeight(Math.min(height.doubleValue(), most)));
        VBox card = new VBox(Words.of(Texts.get("runbook.about.seen"), "heading"), pane);
        card.getStyleClass().addAll("card", "plain");
        return Optional.of(card);
    }

    private static void add(VBox card, StepState step) {
        String when = step.ended()
                .map(at -> " · " + Texts.get("runbook.about.at", StepWords.time(at)))
                .orElse("");
        card.getChildren()
                .add(Words.of(StepWords.sign(step.status()) + " " + step.block().id() + when, "small", "muted"));
        if (step.evidence().isEmpty() || step.status() != StepStatus.VERIFIED) {
            card.getChildren().add(Words.of(step.sentence()));
        }
        if (!step.evidence().isEmpty()) {
            card.getChildren().add(Words.lines(String.join("\n", step.evidence()), "mono", "code"));
        }
    }
}

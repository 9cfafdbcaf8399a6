package dev.plumbline.ui.runbook;

import dev.plumbline.runbook.document.Runbook;
import dev.plumbline.runbook.document.StepClass;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.text.CountWords;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The steps that a runbook has, with their classes, before it begins. */
final class BeginOutline {
    private BeginOutline() {}

    static List<Node> of(BeginRunViewModel.Asked asked) {
        Runbook runbook = asked.files().runbook();
        List<Node> lines = new ArrayList<>();
        lines.add(Words.of(
                CountWords.of(runbook.steps().size(), Texts.get("begin.step"), Texts.get("begin.steps")), "heading"));
        String title = "";
        for (var step : runbook.steps()) {
            if (!step.title().equals(title)) {
                title = step.title();
                lines.add(Words.of(title, "section"));
            }
            Label name = Words.of(step.id() + " · " + step.kind().words(), "muted");
            HBox.setHgrow(name, Priority.ALWAYS);
            name.setMaxWidth(Double.MAX_VALUE);
            HBox line = new HBox(name, StepWords.badge(asked.classes().getOrDefault(step.id(), StepClass.DESTRUCTIVE)));
            line.getStyleClass().add("line");
            lines.add(line);
        }
        return lines;
    }
}

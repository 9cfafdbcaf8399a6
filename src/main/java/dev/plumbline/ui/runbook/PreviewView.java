package dev.plumbline.ui.runbook;

import dev.plumbline.model.Visible;
import dev.plumbline.runbook.step.Preview;
import dev.plumbline.runbook.step.Verdict;
import dev.plumbline.ui.control.Badge;
import dev.plumbline.ui.control.MonoText;
import dev.plumbline.ui.control.Tone;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.text.TypedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What a preview said, and what a person allows of it: each part that cannot be taken back by itself, and the name where production asks for it. */
final class PreviewView {
    private final RunViewModel model;

    PreviewView(RunViewModel model) {
        this.model = model;
    }

    /** {@code overtaken} names the step that ran since, which may have changed what was seen. */
    List<Node> of(Preview preview, Optional<String> overtaken) {
        List<Node> parts = new ArrayList<>();
        Badge verdict = new Badge(preview.verdict().words(), tone(preview.verdict()));
        verdict.setId("verdict");
        HBox line = new HBox(StepView.section("runbook.preview"), verdict);
        line.getStyleClass().add("line");
        parts.add(line);
        parts.add(Words.of(
                Texts.get("runbook.preview.on", preview.target(), StepWords.time(preview.at())), "small", "muted"));
        overtaken.ifPresent(step -> {
            Label told = Words.of("△ " + Texts.get("runbook.preview.overtaken", step), "warning-text");
            told.setId("overtaken");
            parts.add(told);
        });
        if (!preview.lines().isEmpty()) {
            VBox lines = new VBox();
            lines.setId("previewLines");
            preview.lines().forEach(each -> lines.getChildren().add(Words.of("· " + each)));
            parts.add(lines);
        }
        if (!preview.destructive().isEmpty()) {
            parts.add(allowing(preview));
        }
        if (model.rules().asksForName(preview)) {
            parts.add(typing(preview));
        }
        return parts;
    }

    private Node allowing(Preview preview) {
        VBox card = new VBox(Words.of(Texts.get("runbook.allow"), "heading"));
        card.getStyleClass().addAll("card", "danger");
        preview.destructive().forEach((id, words) -> {
            CheckBox box = new CheckBox(Visible.text(words));
            box.setWrapText(true);
            box.setMnemonicParsing(false);
            box.getStyleClass().add("allow");
            box.setSelected(model.allowed().contains(id));
            box.selectedProperty().subscribe((before, now) -> {
                if (now) {
                    model.allowed().add(id);
                } else {
                    model.allowed().remove(id);
                }
            });
            card.getChildren().add(box);
        });
        return card;
    }

    private Node typing(Preview preview) {
        TextField typed = new TextField(model.typedProperty().get());
        typed.setId("typed");
        typed.getStyleClass().add("mono");
        typed.setAccessibleText(Texts.get("runbook.type"));
        Label hint = Words.of("", "warning-text");
        hint.managedProperty().bind(hint.textProperty().isNotEmpty());
        typed.textProperty().subscribe((before, now) -> {
            model.typedProperty().set(now);
            hint.setText(TypedName.firstDifference(preview.typed(), now).orElse(""));
        });
        VBox card = new VBox(Words.of(Texts.get("runbook.type")), new MonoText(preview.typed()), typed, hint);
        card.getStyleClass().addAll("card", "danger");
        return card;
    }

    private static Tone tone(Verdict verdict) {
        return switch (verdict) {
            case READS, WAITS, ASKS -> Tone.NEUTRAL;
            case WOULD_CHANGE -> Tone.WARNING;
            case ALREADY_SO -> Tone.OK;
            case CANNOT_TELL -> Tone.DANGER;
        };
    }
}

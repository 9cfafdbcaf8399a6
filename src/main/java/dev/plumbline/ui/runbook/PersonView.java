package dev.plumbline.ui.runbook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.BlockKind;
import dev.plumbline.runbook.run.AskedAbout;
import dev.plumbline.runbook.run.StepState;
import dev.plumbline.runbook.run.TypedWords;
import dev.plumbline.ui.control.MonoText;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.text.TypedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What a person decides, approves or does: the options with what speaks for and against each, or a field for a note and the button that ends the step. */
final class PersonView {
    private final RunViewModel model;
    private @Nullable Button answer;

    PersonView(RunViewModel model) {
        this.model = model;
    }

    List<Node> of(RunPage page, StepState step) {
        Block block = step.block();
        List<Node> parts = new ArrayList<>();
        Map<String, String> known = page.state().variables();
        if (!block.text("question").isEmpty()) {
            parts.add(Words.of(AskedAbout.words(block.text("question"), known), "heading"));
        }
        AskedView.of(AskedAbout.of(page.state(), block), block.field("options").size())
                .ifPresent(parts::add);
        boolean mayAnswer = model.rules().answerRefusal().isEmpty();
        if (block.kind() == BlockKind.DECISION) {
            block.field("options")
                    .properties()
                    .forEach(option -> parts.add(option(option, known, step.answer(), mayAnswer)));
            return parts;
        }
        if (!block.text("who").isEmpty()) {
            parts.add(Words.of(Texts.get("runbook.who", block.text("who")), "muted"));
        }
        todo(block.field("do"), known, parts);
        if (!block.text("note").isEmpty()) {
            parts.add(Words.of(AskedAbout.words(block.text("note"), known)));
        }
        if (!page.isEnded() && page.isTurnOf(block.id())) {
            String typed = TypedWords.of(block, page.state());
            parts.addAll(typed.isEmpty() ? note(block, mayAnswer) : typing(typed, mayAnswer));
        }
        return parts;
    }

    /** The button that ends what was laid out last: it stands below, where it is in sight however long the step is. */
    Optional<Button> answer() {
        return Optional.ofNullable(answer);
    }

    private static void todo(JsonNode list, Map<String, String> known, List<Node> parts) {
        if (list.isTextual()) {
            parts.add(Words.of(AskedAbout.words(list.asText(), known)));
        }
        list.forEach(each -> parts.add(Words.of("•  " + AskedAbout.words(each.asText(), known))));
    }

    private Node option(
            Map.Entry<String, JsonNode> option, Map<String, String> known, String answer, boolean mayAnswer) {
        String name = option.getKey();
        boolean taken = name.equals(answer);
        String label = AskedAbout.words(option.getValue().path("label").asText(name), known);
        VBox card = new VBox(Words.of((taken ? "✓ " : "") + label, "heading"));
        card.getStyleClass().addAll("card", "option");
        said(card, "+ ", option.getValue().path("for"), known, "ok-text");
        said(card, "− ", option.getValue().path("against"), known, "warning-text");
        Button choose = new Button(Texts.get("runbook.choose"));
        choose.setId("choose-" + name);
        choose.setMinWidth(Region.USE_PREF_SIZE);
        choose.setAccessibleText(Texts.get("runbook.choose") + " " + label);
        choose.setOnAction(event -> model.steps().decide(name));
        Words.present(choose, mayAnswer);
        card.getChildren().add(choose);
        return card;
    }

    private static void said(VBox card, String sign, JsonNode words, Map<String, String> known, String style) {
        if (words.isTextual()) {
            card.getChildren().add(Words.of(sign + AskedAbout.words(words.asText(), known), style));
        }
        words.forEach(each -> card.getChildren().add(Words.of(sign + AskedAbout.words(each.asText(), known), style)));
    }

    /** Nothing but the words themselves, letter by letter. */
    private List<Node> typing(String words, boolean mayAnswer) {
        TextField text = new TextField();
        text.setId("typed");
        text.getStyleClass().add("mono");
        text.setAccessibleText(Texts.get("runbook.typed"));
        text.setDisable(!mayAnswer);
        Label hint = Words.of("", "warning-text");
        hint.managedProperty().bind(hint.textProperty().isNotEmpty());
        Button done = new Button(Texts.get("runbook.approve"));
        done.setId("answer");
        done.setMinWidth(Region.USE_PREF_SIZE);
        done.setDisable(true);
        done.setOnAction(event -> model.steps().answer(text.getText()));
        text.textProperty().subscribe((before, now) -> {
            hint.setText(TypedName.firstDifference(words, now).orElse(""));
            done.setDisable(!mayAnswer || !now.equals(words));
        });
        VBox card = new VBox(Words.of(Texts.get("runbook.typed")), new MonoText(words), text, hint);
        card.getStyleClass().addAll("card", "danger");
        answer = done;
        return List.of(card);
    }

    private List<Node> note(Block block, boolean mayAnswer) {
        boolean approves = block.kind() == BlockKind.APPROVE;
        TextArea text = new TextArea();
        text.setId("note");
        text.setPrefRowCount(3);
        text.setWrapText(true);
        text.setPromptText(Texts.get("runbook.note"));
        text.setAccessibleText(Texts.get("runbook.note"));
        text.setDisable(!mayAnswer);
        Button done = new Button(Texts.get(approves ? "runbook.approve" : "runbook.done"));
        done.setId("answer");
        done.setMinWidth(Region.USE_PREF_SIZE);
        done.setDisable(!mayAnswer);
        done.setOnAction(event -> model.steps().answer(text.getText().strip()));
        if (!approves) {
            done.getStyleClass().add("primary");
        }
        answer = done;
        return List.of(text);
    }
}

package dev.plumbline.ui.estate;

import dev.plumbline.model.ContextEntry.ExecCommand;
import dev.plumbline.ui.control.EmptyState;
import dev.plumbline.ui.control.ProblemPane;
import dev.plumbline.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What there is to say about a context besides its table: approvals, problems, missing systems, emptiness. */
final class ContextNotices {
    private ContextNotices() {}

    static List<Node> of(ContextState state, Estate estate) {
        List<Node> notices = new ArrayList<>();
        String context = state.entry().name();
        ExecCommand command = state.entry().execCommand();
        if (command != null && state.needsApproval()) {
            notices.add(approval(context, command, estate));
            return notices;
        }
        if (state.entry().insecure()) {
            notices.add(card("danger", Texts.get("context.insecure"), Texts.get("context.insecure.words")));
        }
        state.entry().problems().forEach(problem -> notices.add(card("warning", problem, "")));
        state.problem()
                .ifPresent(problem -> notices.add(new ProblemPane(problem)
                        .offering(Texts.get("retry"), () -> estate.model().readContext(context))));
        state.estate().ifPresent(read -> {
            read.problems().forEach(problem -> notices.add(new ProblemPane(problem)));
            read.missingSystems()
                    .forEach(missing -> notices.add(card("plain", missing, Texts.get("context.missing.words"))));
            if (read.resources().isEmpty() && state.isInstalled()) {
                notices.add(EmptyState.of(Texts.get("context.empty"), Texts.get("context.empty.words")));
            }
        });
        return notices;
    }

    private static Node approval(String context, ExecCommand command, Estate estate) {
        VBox card = card("warning", Texts.get("context.asksToRun"), Texts.get("context.asksToRun.words"));
        Button look = new Button(Texts.get("context.asksToRun.look"));
        look.setOnAction(event -> ProgramApproval.ask(look.getScene().getWindow(), context, command)
                .ifPresent(approved -> estate.model().approve(context, approved)));
        card.getChildren().add(look);
        return card;
    }

    private static VBox card(String tone, String heading, String words) {
        Label first = new Label(heading);
        first.getStyleClass().add("heading");
        first.setWrapText(true);
        VBox card = new VBox(first);
        card.getStyleClass().addAll("card", tone);
        if (!words.isEmpty()) {
            Label second = new Label(words);
            second.setWrapText(true);
            card.getChildren().add(second);
        }
        return card;
    }
}

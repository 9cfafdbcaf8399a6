package dev.plumbline.ui.why;

import dev.plumbline.access.why.Answer;
import dev.plumbline.access.why.Outcome;
import dev.plumbline.ui.control.Badge;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.staging.Stager;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** An answer from top to bottom: verdict, the server's own answer, gates, doors, fixes. */
final class AnswerView {
    private final ToldAnswer told;
    private final Answer answer;
    private final Stager stager;
    private final List<Node> parts = new ArrayList<>();

    private AnswerView(ToldAnswer told, Stager stager) {
        this.told = told;
        this.stager = stager;
        this.answer = told.answer();
    }

    static List<Node> of(ToldAnswer told, Stager stager) {
        AnswerView view = new AnswerView(told, stager);
        view.verdict();
        view.gates();
        view.doors();
        view.fixes();
        return view.parts;
    }

    private void verdict() {
        VBox card = new VBox();
        card.getStyleClass().add("verdict");
        Badge badge = new Badge(VerdictWords.badge(answer), VerdictWords.tone(answer.outcome()));
        badge.setId("verdict");
        badge.setMinWidth(0);
        card.getChildren().add(Words.of(answer.question().shown(told.report().snapshot()), "title"));
        card.getChildren().add(badge);
        card.getChildren()
                .add(Words.of(Texts.get("why.outcome." + answer.outcome().name()), "sentence"));
        if (answer.outcome() == Outcome.AFTER_SET_ROLE) {
            card.getChildren().add(Words.of(Texts.get("why.setRole", String.join(", ", answer.setRoles()))));
        }
        var server = Words.of(VerdictWords.server(answer), "muted");
        server.setId("server");
        card.getChildren().add(server);
        parts.add(card);
        if (answer.disagreement()) {
            VBox loud = new VBox(
                    Words.of("▲ " + Texts.get("why.disagree"), "heading", "danger-text"),
                    Words.of(Texts.get("why.disagree.words")));
            loud.setId("disagreement");
            loud.getStyleClass().addAll("card", "danger");
            parts.add(loud);
        }
    }

    private void gates() {
        parts.add(Words.of(Texts.get("why.gates"), "heading", "section"));
        VBox gates = new VBox();
        gates.setId("gates");
        gates.getStyleClass().add("gates");
        answer.gates().forEach(gate -> gates.getChildren().add(GateView.of(gate)));
        parts.add(gates);
    }

    private void doors() {
        if (told.doors().isEmpty()) {
            return;
        }
        int count = told.doors().size();
        parts.add(Words.of(Texts.get("why.doors", count), "heading", "section"));
        VBox doors = new VBox();
        doors.setId("doors");
        doors.getStyleClass().add("cards");
        told.doors()
                .forEach(door ->
                        doors.getChildren().add(DoorView.of(door, told.report().snapshot(), stager)));
        parts.add(doors);
    }

    private void fixes() {
        if (answer.outcome() == Outcome.ALLOWED || answer.outcome() == Outcome.ROWS_FILTERED) {
            return;
        }
        boolean none = answer.fixes().isEmpty();
        if (none && answer.outcome() == Outcome.UNKNOWN) {
            return;
        }
        parts.add(Words.of(Texts.get("why.fixes"), "heading", "section"));
        VBox fixes = new VBox();
        fixes.setId("fixes");
        fixes.getStyleClass().add("cards");
        answer.fixes()
                .forEach(fix -> fixes.getChildren()
                        .add(FixView.of(
                                fix,
                                fixes.getChildren().size() + 1,
                                told.report().snapshot(),
                                stager)));
        if (none) {
            fixes.getChildren().add(Words.of(Texts.get("why.fixes.none"), "muted"));
        }
        parts.add(fixes);
    }
}

package dev.plumbline.ui.schema;

import dev.plumbline.drift.velocity.RecoveryAnswer;
import dev.plumbline.drift.velocity.RecoveryOption;
import dev.plumbline.model.Visible;
import dev.plumbline.ui.control.Badge;
import dev.plumbline.ui.control.Tone;
import dev.plumbline.ui.fx.Texts;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The three ways beside each other: what each does about a finding stands in one row. */
final class RecoveryGrid extends GridPane {
    private static final int WAYS = 3;
    private int row;

    RecoveryGrid(RecoveryPage page) {
        getStyleClass().add("recovery-grid");
        for (int column = 0; column < WAYS; column++) {
            ColumnConstraints third = new ColumnConstraints();
            third.setPercentWidth(100.0 / WAYS);
            third.setHgrow(Priority.ALWAYS);
            getColumnConstraints().add(third);
        }
        ways(page.options(), RecoveryGrid::head);
        if (!page.lines().isEmpty()) {
            section("recovery.answers");
        }
        page.lines().forEach(this::line);
        section("recovery.does");
        ways(page.options(), option -> numbered(option.does()));
        section("recovery.loses");
        ways(page.options(), RecoveryGrid::loses);
        section("recovery.pageSays");
        ways(page.options(), option -> listed(option.pageSays(), "✎"));
    }

    private void section(String key) {
        Label title = CauseView.words(Texts.get(key), "heading");
        title.getStyleClass().add("recovery-section");
        add(title, 0, row++, WAYS, 1);
    }

    private void ways(List<RecoveryOption> options, Function<RecoveryOption, Node> of) {
        for (int column = 0; column < options.size(); column++) {
            put(of.apply(options.get(column)), column);
        }
        row++;
    }

    private void put(Node node, int column) {
        GridPane.setValignment(node, VPos.TOP);
        add(node, column, row);
    }

    private static Node head(RecoveryOption option) {
        VBox head = new VBox(
                CauseView.words(option.route().title(), "title"),
                CauseView.words(option.route().option(), "muted"),
                new Badge(option.verdict().shown(), tone(option)));
        head.getStyleClass().add("recovery-head");
        return head;
    }

    private static Tone tone(RecoveryOption option) {
        return switch (option.verdict()) {
            case WORKS -> Tone.OK;
            case PARTLY -> Tone.WARNING;
            case DOES_NOT -> Tone.DANGER;
            case NOTHING_TO_DO -> Tone.NEUTRAL;
        };
    }

    private void line(RecoveryPage.Line line) {
        Label about = CauseView.words(line.cause().code() + "  " + line.cause().title(), "plain");
        Label names = CauseView.words(line.about(), "mono");
        VBox both = new VBox(about, names);
        both.getStyleClass().add("recovery-about");
        add(both, 0, row++, WAYS, 1);
        for (int column = 0; column < line.answers().size(); column++) {
            put(answer(line.answers().get(column)), column);
        }
        row++;
    }

    private static Node answer(RecoveryAnswer answer) {
        Label outcome =
                CauseView.words(answer.outcome().sign() + " " + answer.outcome().shown(), "small");
        outcome.getStyleClass()
                .add(
                        switch (answer.outcome()) {
                            case SETS_RIGHT -> "ok-text";
                            case ON_CONDITION, UNCERTAIN, TAKES_AWAY -> "warning-text";
                            case DOES_NOT -> "danger-text";
                            case LEAVES -> "muted";
                        });
        VBox both = new VBox(outcome, CauseView.words(Visible.text(answer.sentence()), "plain"));
        both.getStyleClass().add("recovery-answer");
        return both;
    }

    private static Node loses(RecoveryOption option) {
        VBox list = listed(option.loses(), "•");
        if (option.lossIsFinal()) {
            list.getChildren().add(0, new Badge(Texts.get("recovery.final"), Tone.DANGER));
        }
        return list;
    }

    private static VBox numbered(List<String> sentences) {
        VBox list = new VBox();
        list.getStyleClass().add("recovery-answer");
        for (int at = 0; at < sentences.size(); at++) {
            list.getChildren().add(CauseView.words((at + 1) + ". " + Visible.text(sentences.get(at)), "plain"));
        }
        return list;
    }

    private static VBox listed(List<String> sentences, String sign) {
        VBox list = new VBox();
        list.getStyleClass().add("recovery-answer");
        sentences.forEach(
                sentence -> list.getChildren().add(CauseView.words(sign + " " + Visible.text(sentence), "plain")));
        return list;
    }
}

package dev.plumbline.ui.why;

import dev.plumbline.model.Gap;
import dev.plumbline.model.Problem;
import dev.plumbline.ui.control.EmptyState;
import dev.plumbline.ui.control.ProblemPane;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.reading.Reading;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** What stands where no answer does, and above one: problems, gaps, what may be asked. */
final class WhyNotices {
    private WhyNotices() {}

    static List<Node> of(WhyViewModel model) {
        List<Node> notices = new ArrayList<>();
        Problem unread = model.reading().problemProperty().get();
        if (unread != null) {
            notices.add(new ProblemPane(unread).offering(Texts.get("retry"), model::readAgain));
        }
        Problem unanswered = model.answering().problemProperty().get();
        if (unanswered != null) {
            notices.add(new ProblemPane(unanswered).offering(Texts.get("retry"), model::ask));
        }
        if (!model.gaps().isEmpty()) {
            notices.add(gaps(model.gaps()));
        }
        return notices;
    }

    private static Node gaps(List<Gap> gaps) {
        VBox card = new VBox(Words.of(Texts.get("why.gaps"), "heading", "warning-text"));
        card.getStyleClass().addAll("card", "warning");
        card.setId("gaps");
        gaps.forEach(gap -> card.getChildren().add(Words.of(gap.subject() + ": " + gap.answer())));
        return card;
    }

    /** What stands in place of an answer; nothing while there is one, or a problem. */
    static List<Node> instead(WhyViewModel model) {
        Reading.Phase read = model.reading().phase();
        Reading.Phase answered = model.answering().phase();
        if (model.answering().value() != null || read == Reading.Phase.FAILED || answered == Reading.Phase.FAILED) {
            return List.of();
        }
        if (answered == Reading.Phase.LOADING) {
            return List.of(EmptyState.of(Texts.get("why.answering"), Texts.get("why.answering.words")));
        }
        if (read == Reading.Phase.STOPPED) {
            return List.of(EmptyState.of(Texts.get("why.stopped"), Texts.get("why.stopped.words"))
                    .offering(Texts.get("readAgain"), model::readAgain));
        }
        if (model.reading().value() == null) {
            return List.of(EmptyState.of(Texts.get("why.reading"), Texts.get("why.reading.words")));
        }
        EmptyState empty = EmptyState.of(Texts.get("why.empty"), Texts.get("why.empty.words"));
        model.examples().forEach(example -> empty.offering(example.shown(), () -> model.ask(example)));
        return List.of(empty);
    }
}

package dev.plumbline.ui.overview;

import dev.plumbline.model.Problem;
import dev.plumbline.model.Visible;
import dev.plumbline.operation.OwnershipReport;
import dev.plumbline.ui.control.EmptyState;
import dev.plumbline.ui.control.ProblemPane;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.reading.Reading;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What stands between the headline and the checks: what went wrong, and what is wrong with the resource itself. */
final class OverviewNotices {
    private OverviewNotices() {}

    static List<Node> of(OverviewViewModel model) {
        List<Node> notices = new ArrayList<>();
        Problem unread = model.reading().problemProperty().get();
        if (unread != null) {
            notices.add(new ProblemPane(unread).offering(Texts.get("retry"), model::read));
        }
        Problem unpatched = model.patching().problemProperty().get();
        if (unpatched != null) {
            notices.add(new ProblemPane(unpatched));
        }
        if (model.reading().phase() == Reading.Phase.STOPPED) {
            notices.add(EmptyState.of(Texts.get("overview.stopped"), Texts.get("overview.stopped.words"))
                    .offering(Texts.get("readAgain"), model::read));
        }
        OwnershipReport report = model.report();
        if (report != null) {
            report.problem()
                    .ifPresent(
                            problem -> notices.add(new ProblemPane(problem).offering(Texts.get("retry"), model::read)));
            add(notices, "overview.malformed", report.resource().problems());
            add(
                    notices,
                    "overview.warnings",
                    report.warnings().stream().map(Problem::message).toList());
        }
        return notices;
    }

    private static void add(List<Node> notices, String key, List<String> sentences) {
        if (!sentences.isEmpty()) {
            VBox card = new VBox();
            card.getStyleClass().addAll("card", "warning");
            Label title = new Label(Texts.get(key));
            title.getStyleClass().addAll("heading", "warning-text");
            card.getChildren().add(title);
            sentences.forEach(sentence -> card.getChildren().add(line(sentence)));
            notices.add(card);
        }
    }

    private static Label line(String sentence) {
        Label label = new Label(Visible.text(sentence));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}

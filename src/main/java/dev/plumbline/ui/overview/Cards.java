package dev.plumbline.ui.overview;

import dev.plumbline.drift.TruthRow.Verdict;
import dev.plumbline.model.ResourceEvent;
import dev.plumbline.model.Visible;
import dev.plumbline.operation.OwnershipReport;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.text.Age;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The cards under the checks: who is wrong, whether the operator will fight a repair, what was reported lately. */
final class Cards {
    private static final int EVENTS_SHOWN = 4;

    private Cards() {}

    static List<Node> of(OwnershipReport report, Runnable showPatch, Runnable showEvents) {
        List<Node> cards = new ArrayList<>();
        if (!report.truth().isEmpty()) {
            cards.add(truth(report));
        }
        if (report.notApplicable().isEmpty()) {
            cards.add(forecast(report, showPatch));
        }
        cards.add(events(report, showEvents));
        return cards;
    }

    private static VBox truth(OwnershipReport report) {
        TruthCard said = TruthCard.of(report.truth());
        VBox card = card(said.title(), said.text());
        if (said.verdict() != Verdict.AGREE && said.verdict() != Verdict.UNKNOWN) {
            card.getStyleClass().add("warning");
            card.getChildren().get(0).getStyleClass().add("warning-text");
        }
        return card;
    }

    private static VBox forecast(OwnershipReport report, Runnable showPatch) {
        VBox card = card(Texts.get("overview.forecast"), report.forecast().sentence());
        if (report.forecast().route().isPresent()) {
            Hyperlink patch = new Hyperlink(Texts.get("overview.patch"));
            patch.setId("showPatch");
            patch.setOnAction(event -> showPatch.run());
            card.getChildren().add(patch);
        }
        return card;
    }

    private static VBox events(OwnershipReport report, Runnable showEvents) {
        List<ResourceEvent> events = report.events();
        VBox card = card(Texts.get("overview.events"), events.isEmpty() ? Texts.get("overview.events.none") : "");
        events.stream().limit(EVENTS_SHOWN).forEach(event -> card.getChildren().add(line(event, report.readAt())));
        if (!events.isEmpty()) {
            Hyperlink all = new Hyperlink(Texts.get("overview.events.all", events.size()));
            all.setId("showEvents");
            all.setOnAction(action -> showEvents.run());
            card.getChildren().add(all);
        }
        return card;
    }

    private static HBox line(ResourceEvent event, Instant now) {
        Label when = new Label(since(event, now));
        when.getStyleClass().add("muted");
        when.setMinWidth(Region.USE_PREF_SIZE);
        Label what = new Label(Visible.text(event.reason() + " · " + event.source()));
        what.setMinWidth(0);
        HBox line = new HBox(when, what);
        line.getStyleClass().add("line");
        return line;
    }

    /** How long ago it was last seen; the text itself where it is no time. */
    static String since(ResourceEvent event, Instant now) {
        try {
            Duration since = Duration.between(Instant.parse(event.lastSeen()), now);
            return since.toSeconds() < 1 ? "now" : Age.of(since);
        } catch (DateTimeParseException noTime) {
            return Visible.text(event.lastSeen());
        }
    }

    private static VBox card(String title, String text) {
        Label head = new Label(title);
        head.getStyleClass().add("heading");
        head.setWrapText(true);
        VBox card = new VBox(head);
        if (!text.isEmpty()) {
            Label words = new Label(Visible.text(text));
            words.setWrapText(true);
            words.setMinHeight(Region.USE_PREF_SIZE);
            card.getChildren().add(words);
        }
        card.getStyleClass().add("card");
        card.setMinWidth(0);
        card.setPrefWidth(300);
        HBox.setHgrow(card, Priority.ALWAYS);
        return card;
    }
}

package dev.plumbline.ui.repair;

import dev.plumbline.model.Visible;
import dev.plumbline.plan.Plan;
import dev.plumbline.ui.control.MonoText;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.text.CountWords;
import java.util.Comparator;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What this login may not repair, why, and the grant that is missing, to be copied and sent to whoever may give it. */
final class RefusalsView extends VBox {
    private static final int AT_FIRST = 3;
    private static final int AT_MOST = 200;

    RefusalsView(List<Plan.Refusal> all, ReviewWords words) {
        List<Plan.Refusal> refusals = all.stream()
                .sorted(Comparator.comparing(Plan.Refusal::optional))
                .toList();
        boolean optional = refusals.stream().allMatch(Plan.Refusal::optional);
        getStyleClass().addAll("card", "warning", "refusals");
        Label title = new Label(CountWords.of(refusals.size(), "thing", "things") + " "
                + words.get(optional ? "refusals.optional" : "refusals.title"));
        title.getStyleClass().addAll("heading", "warning-text");
        getChildren().add(title);
        refusals.stream().limit(AT_FIRST).forEach(refusal -> getChildren().add(line(refusal)));
        if (refusals.size() > AT_FIRST) {
            Hyperlink more = new Hyperlink(Texts.get("repair.refusals.all", refusals.size()));
            more.setOnAction(event -> getChildren().setAll(title, scrolled(refusals)));
            getChildren().add(more);
        }
    }

    private static ScrollPane scrolled(List<Plan.Refusal> refusals) {
        VBox lines = new VBox();
        lines.getStyleClass().add("refusals");
        refusals.stream().limit(AT_MOST).forEach(refusal -> lines.getChildren().add(line(refusal)));
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.setPrefViewportHeight(180);
        scroll.setMinHeight(120);
        return scroll;
    }

    private static VBox line(Plan.Refusal refusal) {
        Label what = new Label(Visible.text(withoutEnd(refusal.what()) + ": " + refusal.why()));
        what.setWrapText(true);
        what.setMinHeight(Region.USE_PREF_SIZE);
        VBox line = new VBox(what);
        if (!refusal.missingGrant().isEmpty()) {
            line.getChildren().add(grant(refusal.missingGrant()));
        }
        return line;
    }

    /** What is a statement ends in a semicolon, which no sentence goes on after. */
    private static String withoutEnd(String what) {
        return what.endsWith(";") ? what.substring(0, what.length() - 1) : what;
    }

    private static HBox grant(String missing) {
        MonoText text = new MonoText(missing);
        HBox.setHgrow(text, Priority.SOMETIMES);
        Button copy = new Button(Texts.get("repair.refusals.copy"));
        copy.getStyleClass().add("quiet");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setOnAction(event -> MonoText.copy(missing));
        HBox line = new HBox(text, copy);
        line.getStyleClass().add("line");
        return line;
    }
}

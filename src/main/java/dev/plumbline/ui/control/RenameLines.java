package dev.plumbline.ui.control;

import dev.plumbline.drift.structure.RenameOffer;
import dev.plumbline.model.Visible;
import dev.plumbline.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What may be one thing under two names, to be said so by one click, and what was said, to be taken back by another. Nothing is taken for renamed by itself. */
public final class RenameLines {
    private static final int NAMED = 50;
    private static final int AT_ONCE = 3;

    private RenameLines() {}

    public static List<Node> of(
            List<RenameOffer> renamed,
            List<RenameOffer> offered,
            Consumer<RenameOffer> accept,
            Consumer<RenameOffer> takeBack) {
        List<Node> lines = new ArrayList<>();
        renamed.forEach(done -> lines.add(line(
                Texts.get(
                        "renames.renamed",
                        kind(done),
                        done.first().shown(),
                        done.to().shown()),
                button("renames.back", done, takeBack))));
        offered.stream()
                .limit(NAMED)
                .forEach(offer -> lines.add(line(
                        Texts.get(
                                "renames.perhaps",
                                kind(offer),
                                offer.from().shown(),
                                offer.to().shown()),
                        button("renames.yes", offer, accept))));
        if (offered.size() > NAMED) {
            lines.add(words(Texts.get("renames.more", offered.size() - NAMED), "muted"));
        }
        return lines.size() > AT_ONCE ? List.of(scrolled(lines)) : lines;
    }

    /** The button that takes an offer for a rename. */
    public static Button accepting(RenameOffer offer, Consumer<RenameOffer> accept) {
        return button("renames.yes", offer, accept);
    }

    /** What is below stays in sight however many may have been renamed. */
    private static Node scrolled(List<Node> lines) {
        VBox all = new VBox();
        all.getStyleClass().add("renames");
        all.getChildren().setAll(lines);
        ScrollPane scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("renames-scroll");
        return scroll;
    }

    private static Node line(String text, Button button) {
        Label words = words(text, "plain");
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(words, button);
        line.getStyleClass().addAll("notice", "rename");
        return line;
    }

    private static Label words(String text, String style) {
        Label label = new Label(Visible.text(text));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    private static Button button(String key, RenameOffer about, Consumer<RenameOffer> click) {
        Button button = new Button(Texts.get(key));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(Texts.get(
                key + ".spoken", kind(about), about.from().shown(), about.to().shown()));
        button.setOnAction(event -> click.accept(about));
        return button;
    }

    private static String kind(RenameOffer offer) {
        return offer.from().kind().word();
    }
}

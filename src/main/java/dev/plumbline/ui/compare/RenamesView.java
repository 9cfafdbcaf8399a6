package dev.plumbline.ui.compare;

import dev.plumbline.drift.structure.RenameOffer;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What may be one thing under two names, to be said so by one click, and what was said, to be taken back by another. Nothing is taken for renamed by itself. */
final class RenamesView {
    private static final int NAMED = 50;
    private static final int AT_ONCE = 3;

    private RenamesView() {}

    static List<Node> above(ComparePage page, CompareViewModel model) {
        List<Node> lines = new ArrayList<>();
        page.renamed()
                .forEach(done -> lines.add(line(
                        Texts.get(
                                "compare.renamed",
                                kind(done),
                                done.first().shown(),
                                done.to().shown()),
                        button("compare.renamed.back", done, () -> model.takeBack(done)))));
        page.offered().stream()
                .limit(NAMED)
                .forEach(offer -> lines.add(line(
                        Texts.get(
                                "compare.renamed.perhaps",
                                kind(offer),
                                offer.from().shown(),
                                offer.to().shown()),
                        button("compare.renamed.yes", offer, () -> model.rename(offer)))));
        if (page.offered().size() > NAMED) {
            lines.add(DetailView.words(
                    Texts.get("compare.renamed.more", page.offered().size() - NAMED), "muted"));
        }
        return lines.size() > AT_ONCE ? List.of(scrolled(lines)) : lines;
    }

    /** The differences stay in sight however many may have been renamed. */
    private static Node scrolled(List<Node> lines) {
        VBox all = new VBox();
        all.getStyleClass().add("renames");
        all.getChildren().setAll(lines);
        ScrollPane scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("renames-scroll");
        return scroll;
    }

    /** Beside a line of the comparison: what the thing may have been called, or be called now. */
    static List<Node> of(StructureName name, ComparePage page, CompareViewModel model) {
        List<Node> parts = new ArrayList<>();
        for (RenameOffer offer : page.offered()) {
            boolean went = offer.from().equals(name);
            if (went || offer.to().equals(name)) {
                StructureName other = went ? offer.to() : offer.from();
                parts.add(DetailView.words(
                        Texts.get(went ? "compare.perhaps.to" : "compare.perhaps.from", other.shown()), "notice"));
                parts.add(button("compare.renamed.yes", offer, () -> model.rename(offer)));
            }
        }
        return parts;
    }

    private static Node line(String text, Button button) {
        Label words = DetailView.words(text, "plain");
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(words, button);
        line.getStyleClass().addAll("notice", "rename");
        return line;
    }

    private static Button button(String key, RenameOffer about, Runnable click) {
        Button button = new Button(Texts.get(key));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(Texts.get(
                key + ".spoken", kind(about), about.from().shown(), about.to().shown()));
        button.setOnAction(event -> click.run());
        return button;
    }

    private static String kind(RenameOffer offer) {
        return offer.from().kind().word();
    }
}

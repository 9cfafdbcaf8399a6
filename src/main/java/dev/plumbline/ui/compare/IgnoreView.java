package dev.plumbline.ui.compare;

import dev.plumbline.operation.IgnoreDifferences;
import dev.plumbline.operation.IgnoreDifferences.Ignored;
import dev.plumbline.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;

/** Ignoring a difference, with the reason; or who ignores it, since when and why, and the way back. */
final class IgnoreView {
    private IgnoreView() {}

    static List<Node> of(CompareRow line, ComparePage page, CompareViewModel model) {
        List<Node> parts = new ArrayList<>();
        Ignored ignored = line.ignored();
        if (ignored != null) {
            parts.add(DetailView.words(Texts.get("compare.ignored"), "heading"));
            parts.add(DetailView.words(
                    Texts.get("compare.ignored.by", ignored.by(), Moments.utc(ignored.at())), "muted"));
            parts.add(DetailView.words(ignored.reason(), "plain"));
            Button back = new Button(Texts.get("compare.ignored.back"));
            back.setId("takeBack");
            back.setOnAction(event -> model.takeBack(ignored));
            parts.add(back);
            return parts;
        }
        if (line.row().found() == null) {
            return parts;
        }
        parts.add(DetailView.words(Texts.get("compare.ignore"), "heading"));
        IgnoreDifferences.keptFor(page.pair())
                .ifPresentOrElse(
                        place -> offer(parts, Texts.get("compare.ignore.for", place.shown()), model),
                        () -> parts.add(DetailView.words(Texts.get("compare.ignore.nowhere"), "plain")));
        return parts;
    }

    private static void offer(List<Node> parts, String keptFor, CompareViewModel model) {
        TextField reason = new TextField();
        reason.setId("reason");
        reason.setPromptText(Texts.get("compare.ignore.reason"));
        reason.setAccessibleText(Texts.get("compare.ignore.reason"));
        Button yes = new Button(Texts.get("compare.ignore.yes"));
        yes.setId("ignore");
        reason.textProperty().subscribe(text -> yes.setDisable(text.isBlank()));
        yes.setOnAction(event -> model.ignore(reason.getText()));
        parts.add(reason);
        parts.add(yes);
        parts.add(DetailView.words(keptFor, "muted"));
    }
}

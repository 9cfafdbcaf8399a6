package dev.plumbline.ui.roles;

import dev.plumbline.access.MembershipPath;
import dev.plumbline.access.graph.Found;
import dev.plumbline.access.graph.Inspection;
import dev.plumbline.access.graph.Inspector;
import dev.plumbline.model.Visible;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Fills the pane beside the drawing: all about one node, or all paths between two. */
final class InspectorView {
    private final VBox pane;
    private final Consumer<String> choose;

    InspectorView(VBox pane, Consumer<String> choose) {
        this.pane = pane;
        this.choose = choose;
    }

    void show(Inspection inspection) {
        pane.getChildren().setAll(wrapped(inspection.detail(), "muted"));
        for (Inspection.Section section : inspection.sections()) {
            VBox lines = new VBox(wrapped(section.heading(), "heading"));
            lines.getStyleClass().add("section");
            section.lines().forEach(line -> lines.getChildren().add(line(line)));
            pane.getChildren().add(lines);
        }
    }

    void show(Found found) {
        pane.getChildren().setAll(wrapped(found.words(), "muted"));
        for (MembershipPath path : found.paths()) {
            VBox lines = new VBox(wrapped(words(path), "heading"));
            lines.getStyleClass().add("section");
            path.links()
                    .forEach(link -> lines.getChildren()
                            .add(line(new Inspection.Line(
                                    link.member().shown() + " → " + link.role().shown(),
                                    Inspector.wordsOf(link),
                                    ""))));
            pane.getChildren().add(lines);
        }
    }

    /** Puts a part under what is told. */
    void add(Node part) {
        pane.getChildren().add(part);
    }

    private static String words(MembershipPath path) {
        int hops = path.links().size();
        String gives = path.inherits() ? "inherits" : path.maySet() ? "by SET ROLE only" : "gives no privileges";
        return hops + (hops == 1 ? " hop" : " hops") + " · " + gives;
    }

    private Node line(Inspection.Line line) {
        Node text = line.node().isEmpty() ? wrapped(line.text(), "plain") : link(line);
        if (line.beneath().isEmpty()) {
            return text;
        }
        VBox both = new VBox(text, wrapped(line.beneath(), "beneath"));
        both.getStyleClass().add("line");
        return both;
    }

    private Hyperlink link(Inspection.Line line) {
        Hyperlink link = new Hyperlink(line.text());
        link.setWrapText(true);
        link.setMinHeight(Region.USE_PREF_SIZE);
        link.setOnAction(event -> choose.accept(line.node()));
        return link;
    }

    private static Label wrapped(String text, String styleClass) {
        Label label = new Label(Visible.text(text));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(List.of(styleClass));
        return label;
    }
}

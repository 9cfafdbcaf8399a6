package dev.plumbline.ui.roles;

import dev.plumbline.access.graph.Found;
import dev.plumbline.access.graph.GraphEdge;
import dev.plumbline.access.graph.GraphLayout;
import dev.plumbline.access.graph.GraphNode;
import dev.plumbline.access.graph.Overlay;
import dev.plumbline.access.graph.Standing;
import dev.plumbline.ui.roles.Inks.Ink;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;

/** What a drawing is painted with, and how strong and in which colour each part is. */
record Brush(GraphicsContext pen, Inks inks, Viewport view, double width, double height, ElidedTexts texts) {
    /** At a smaller size words are left out. */
    static final double READABLE = 0.5;

    private static final double DIMMED = 0.16;

    /** What is drawn, which side, what is lit, and what is chosen. */
    record Scene(GraphLayout layout, Overlay overlay, Found found, List<String> chosen) {
        boolean isChosen(GraphNode node) {
            return chosen.contains(node.id());
        }

        boolean touchesChosen(GraphEdge edge) {
            return isChosen(layout.graph().from(edge))
                    || isChosen(layout.graph().to(edge));
        }

        boolean isFound(GraphEdge edge) {
            return !found.all() && found.lights(edge);
        }

        boolean isFound(GraphNode node) {
            return !found.all() && found.lights(node);
        }
    }

    double alpha(Scene scene, boolean lit, Standing standing) {
        return lit ? scene.overlay().isFaint(standing) ? 2 * DIMMED : 1 : DIMMED;
    }

    Paint ink(Standing standing, Ink otherwise) {
        return inks.of(
                switch (standing) {
                    case ADDED -> Ink.ADDED;
                    case REMOVED -> Ink.REMOVED;
                    case UNKNOWN -> Ink.UNKNOWN;
                    case LIVE, AGREED -> otherwise;
                });
    }

    /** The sign that stands before a name or label that is marked. */
    static String sign(Standing standing) {
        return standing.differs() || standing == Standing.UNKNOWN ? standing.sign() + " " : "";
    }
}

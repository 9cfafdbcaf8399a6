package dev.plumbline.ui.roles;

import dev.plumbline.access.graph.GraphEdge;
import dev.plumbline.access.graph.GraphLayout;
import dev.plumbline.access.graph.Lane;
import dev.plumbline.ui.roles.Brush.Scene;
import dev.plumbline.ui.roles.Inks.Ink;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import javafx.geometry.VPos;
import javafx.scene.text.Font;

/** Draws what can be seen of a graph: edges, nodes over them, words of edges, headings. */
final class GraphPainter {
    static final double HEAD = 34;
    private static final int CROWDED = 200;
    private final Brush brush;

    GraphPainter(Brush brush) {
        this.brush = brush;
    }

    /** Gives how many edges in view were left out. */
    int paint(Scene scene) {
        brush.pen().setGlobalAlpha(1);
        brush.pen().setFill(brush.inks().of(Ink.SURFACE));
        brush.pen().fillRect(0, 0, brush.width(), brush.height());
        EdgesInView edges = EdgesInView.of(scene, brush.view(), brush.width(), brush.height());
        EdgePainter ofEdges = new EdgePainter(brush, edges.drawn().size() > CROWDED);
        edges.drawn().forEach(edge -> ofEdges.edge(scene, edge));
        NodePainter ofNodes = new NodePainter(brush);
        for (int place = 0; place < scene.layout().spots().size(); place++) {
            ofNodes.node(scene, place);
        }
        if (brush.view().scale() >= Brush.READABLE) {
            List<GraphEdge> all = scene.layout().graph().edges();
            Predicate<Integer> special = edge -> EdgesInView.isSpecial(scene, all.get(edge));
            edges.drawn().stream().filter(special).forEach(edge -> ofEdges.label(scene, edge));
            edges.drawn().stream().filter(special.negate()).forEach(edge -> ofEdges.label(scene, edge));
        }
        headings(scene.layout());
        return edges.leftOut();
    }

    private void headings(GraphLayout layout) {
        brush.pen().setGlobalAlpha(1);
        brush.pen().setFill(brush.inks().of(Ink.SURFACE));
        brush.pen().fillRect(0, 0, brush.width(), HEAD - 6);
        brush.pen().setFill(brush.inks().of(Ink.MUTED));
        brush.pen().setFont(Font.font("Inter", 11));
        brush.pen().setTextBaseline(VPos.CENTER);
        double free = -1e9;
        for (Map.Entry<Lane, Double> lane : layout.lanes().entrySet()) {
            String words = lane.getKey().words().toUpperCase(Locale.ROOT);
            if (lane.getKey().isRail()) {
                double middle = brush.view().screenY(lane.getValue() + GraphLayout.BOX_HEIGHT / 2);
                if (brush.view().scale() >= Brush.READABLE && middle > HEAD) {
                    brush.pen().fillText(words, brush.view().screenX(0), middle);
                }
            } else {
                double x = brush.view().screenX(lane.getValue());
                if (x >= free) {
                    brush.pen().fillText(words, x, HEAD / 2);
                    free = x + brush.texts().width(words) + 16;
                }
            }
        }
    }
}

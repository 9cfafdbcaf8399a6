package dev.plumbline.ui.roles;

import dev.plumbline.access.graph.Curve;
import dev.plumbline.access.graph.EdgeKind;
import dev.plumbline.access.graph.GraphEdge;
import dev.plumbline.access.graph.Standing;
import dev.plumbline.ui.roles.Brush.Scene;
import dev.plumbline.ui.roles.Inks.Ink;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;

/** Draws edges: a curve, its arrow's head, its word. */
final class EdgePainter {
    private final Brush brush;
    private final GraphicsContext pen;
    private final boolean crowded;
    private final Labels labels;

    /** {@code crowded}: grants are drawn faint, or nothing else could be seen. */
    EdgePainter(Brush brush, boolean crowded) {
        this.brush = brush;
        this.pen = brush.pen();
        this.crowded = crowded;
        this.labels = new Labels(brush.pen(), brush.inks(), brush.texts());
    }

    void edge(Scene scene, int place) {
        GraphEdge edge = scene.layout().graph().edges().get(place);
        double[] route = scene.layout().routes().get(place);
        Standing standing = scene.overlay().marked(edge.standing());
        boolean chosen = scene.touchesChosen(edge) || scene.isFound(edge);
        double alpha = brush.alpha(scene, scene.found().lights(edge), edge.standing());
        pen.setGlobalAlpha(crowded && !chosen && edge.kind() == EdgeKind.GRANT ? alpha / 3 : alpha);
        Paint ink = brush.ink(standing, chosen ? Ink.ACCENT : Ink.MUTED);
        pen.setStroke(ink);
        pen.setLineWidth(
                chosen || standing.differs()
                        ? 1.8
                        : brush.view().scale() < Brush.READABLE ? 0.6 : widthOf(edge.kind()));
        if (standing.differs() || standing == Standing.UNKNOWN) {
            pen.setLineDashes(6, 4);
        } else {
            pen.setLineDashes();
        }
        pen.beginPath();
        Curve.draw(route, this::draw);
        pen.stroke();
        if (brush.view().scale() >= 0.3) {
            double[] head = Curve.head(route);
            pen.setFill(ink);
            pen.beginPath();
            pen.moveTo(brush.view().screenX(head[0]), brush.view().screenY(head[1]));
            pen.lineTo(brush.view().screenX(head[2]), brush.view().screenY(head[3]));
            pen.lineTo(brush.view().screenX(head[4]), brush.view().screenY(head[5]));
            pen.closePath();
            pen.fill();
        }
    }

    /** Owning is drawn stronger than being granted. */
    private static double widthOf(EdgeKind kind) {
        return kind == EdgeKind.OWNERSHIP ? 1.6 : 1;
    }

    private void draw(char command, double... at) {
        switch (command) {
            case 'M' -> pen.moveTo(brush.view().screenX(at[0]), brush.view().screenY(at[1]));
            case 'L' -> pen.lineTo(brush.view().screenX(at[0]), brush.view().screenY(at[1]));
            default ->
                pen.bezierCurveTo(
                        brush.view().screenX(at[0]),
                        brush.view().screenY(at[1]),
                        brush.view().screenX(at[2]),
                        brush.view().screenY(at[3]),
                        brush.view().screenX(at[4]),
                        brush.view().screenY(at[5]));
        }
    }

    void label(Scene scene, int place) {
        GraphEdge edge = scene.layout().graph().edges().get(place);
        Standing standing = scene.overlay().marked(edge.standing());
        boolean tells = edge.kind() != EdgeKind.OWNERSHIP || standing.differs() || standing == Standing.UNKNOWN;
        if (tells && scene.found().lights(edge) && !scene.overlay().isFaint(edge.standing())) {
            String sign = Brush.sign(standing);
            boolean accent = scene.touchesChosen(edge) || !scene.found().all();
            pen.setGlobalAlpha(1);
            labels.draw(
                    sign + edge.label(),
                    brush.ink(standing, accent ? Ink.ACCENT : Ink.MUTED),
                    scene.layout(),
                    place,
                    brush.view(),
                    EdgesInView.isSpecial(scene, edge));
        }
    }
}

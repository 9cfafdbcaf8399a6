package dev.plumbline.ui.roles;

import dev.plumbline.access.graph.GraphLayout;
import dev.plumbline.access.graph.GraphNode;
import dev.plumbline.access.graph.NodeKind;
import dev.plumbline.access.graph.Spot;
import dev.plumbline.access.graph.Standing;
import dev.plumbline.ui.roles.Brush.Scene;
import dev.plumbline.ui.roles.Inks.Ink;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

/** Draws nodes: a box in the colour of its kind, ringed for superusers, its name and the line beneath it. */
final class NodePainter {
    private static final String FAMILY = "Inter";
    private final Brush brush;
    private final GraphicsContext pen;

    NodePainter(Brush brush) {
        this.brush = brush;
        this.pen = brush.pen();
    }

    void node(Scene scene, int place) {
        GraphNode node = scene.layout().graph().nodes().get(place);
        Spot spot = scene.layout().spots().get(place);
        double x = brush.view().screenX(spot.x());
        double y = brush.view().screenY(spot.y());
        double wide = GraphLayout.BOX_WIDTH * brush.view().scale();
        double high = GraphLayout.BOX_HEIGHT * brush.view().scale();
        boolean unseen = x > brush.width() || y > brush.height() || x + wide < 0 || y + high < 0;
        if (unseen || !scene.overlay().shows(node.standing())) {
            return;
        }
        Standing standing = scene.overlay().marked(node.standing());
        double round = 14 * brush.view().scale();
        pen.setGlobalAlpha(1);
        pen.setFill(brush.inks().of(Ink.SURFACE));
        pen.fillRoundRect(x, y, wide, high, round, round);
        pen.setGlobalAlpha(brush.alpha(scene, scene.found().lights(node), node.standing()));
        pen.setFill(brush.inks().of(fill(node.kind())));
        if (node.kind().isBundle() && brush.view().scale() >= Brush.READABLE) {
            stroke(Ink.BORDER, 1, Standing.LIVE);
            pen.strokeRoundRect(x + 4, y + 4, wide, high, round, round);
        }
        pen.fillRoundRect(x, y, wide, high, round, round);
        boolean strong = scene.isChosen(node) || scene.isFound(node);
        stroke(
                strong ? Ink.ACCENT : node.superuser() ? Ink.SUPERUSER : Ink.BORDER,
                strong || node.superuser() || standing.differs() ? 2 : 1,
                standing);
        pen.strokeRoundRect(x, y, wide, high, round, round);
        if (brush.view().scale() >= Brush.READABLE) {
            words(node, standing, x, y);
        }
    }

    private void stroke(Ink ink, double line, Standing standing) {
        pen.setLineDashes();
        pen.setLineWidth(line);
        pen.setStroke(ink == Ink.ACCENT ? brush.inks().of(ink) : brush.ink(standing, ink));
    }

    private void words(GraphNode node, Standing standing, double x, double y) {
        double scale = brush.view().scale();
        String sign = Brush.sign(standing);
        pen.setTextBaseline(VPos.BASELINE);
        pen.setFill(brush.inks().of(Ink.TEXT));
        pen.setFont(Font.font(FAMILY, FontWeight.BOLD, brush.view().fontSize(12)));
        pen.fillText(brush.texts().name(sign + node.shown()), x + 12 * scale, y + 16 * scale);
        pen.setFill(brush.inks().of(Ink.MUTED));
        pen.setFont(Font.font(FAMILY, brush.view().fontSize(11)));
        pen.fillText(brush.texts().detail(node.detail()), x + 12 * scale, y + 30 * scale);
    }

    private static Ink fill(NodeKind kind) {
        return switch (kind) {
            case LOGIN, BUNDLE -> Ink.LOGIN;
            case OWNER_BUNDLE -> Ink.OWNER;
            case OWNER -> Ink.OWNER;
            case TARGET, PUBLIC, PREDEFINED -> Ink.TARGET;
            case GROUP, UNREAD -> Ink.GROUP;
        };
    }
}

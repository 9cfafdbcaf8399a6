package dev.plumbline.ui.roles;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.plumbline.access.graph.EdgeKind;
import dev.plumbline.access.graph.GraphEdge;
import dev.plumbline.access.graph.GraphLayout;
import dev.plumbline.ui.roles.Inks.Ink;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

/** The words beside edges: at the end that fewer edges share, and only where no other word stands already. */
final class Labels {
    private static final double SIZE = 11;
    private static final double AWAY = 10;
    /** Among more edges than these nobody could tell whose word it is. */
    private static final int CLEAR = 2;

    private final GraphicsContext pen;
    private final Inks inks;
    private final ElidedTexts texts;
    private final List<Rectangle2D> taken = new ArrayList<>();

    Labels(GraphicsContext pen, Inks inks, ElidedTexts texts) {
        this.pen = pen;
        this.inks = inks;
        this.texts = texts;
    }

    void draw(String words, Paint ink, GraphLayout layout, int edge, Viewport view, boolean strong) {
        double size = Math.min(SIZE, view.fontSize(SIZE));
        double wide = texts.width(words) * size / SIZE * (strong ? 1.06 : 1);
        double[] route = layout.routes().get(edge);
        GraphEdge drawn = layout.graph().edges().get(edge);
        boolean atStart = drawn.kind() == EdgeKind.MEMBERSHIP
                && layout.graph().leaving(drawn.from()).length <= layout.graph().entering(drawn.to()).length;
        double side = route[2] >= route[0] ? 1 : -1;
        double endSide = route[route.length - 4] <= route[route.length - 2] ? -1 : 1;
        double startX = view.screenX(route[0]) + (side > 0 ? AWAY : -AWAY - wide);
        double endX = view.screenX(route[route.length - 2]) + (endSide < 0 ? -AWAY - 6 - wide : AWAY + 6);
        double startY = view.screenY(route[1]);
        double endY = view.screenY(route[route.length - 1]);
        boolean placed = place(words, atStart ? startX : endX, atStart ? startY : endY, wide, size, ink, strong);
        int others = atStart
                ? layout.graph().entering(drawn.to()).length
                : layout.graph().leaving(drawn.from()).length;
        if (!placed && (strong || others <= CLEAR)) {
            place(words, atStart ? endX : startX, atStart ? endY : startY, wide, size, ink, strong);
        }
    }

    @CanIgnoreReturnValue
    private boolean place(String words, double x, double y, double wide, double size, Paint ink, boolean strong) {
        Rectangle2D room = new Rectangle2D(x - 2, y - size / 2 - 1, wide + 4, size + 2);
        if (taken.stream().anyMatch(room::intersects)) {
            return false;
        }
        taken.add(room);
        pen.setFill(inks.of(Ink.SURFACE));
        pen.fillRect(room.getMinX(), room.getMinY(), room.getWidth(), room.getHeight());
        pen.setFill(ink);
        pen.setFont(Font.font("Inter", strong ? FontWeight.BOLD : FontWeight.NORMAL, size));
        pen.setTextBaseline(VPos.CENTER);
        pen.fillText(words, x, y);
        return true;
    }
}

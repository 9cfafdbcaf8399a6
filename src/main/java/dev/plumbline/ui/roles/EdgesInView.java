package dev.plumbline.ui.roles;

import dev.plumbline.access.graph.EdgeKind;
import dev.plumbline.access.graph.GraphEdge;
import dev.plumbline.ui.roles.Brush.Scene;
import java.util.ArrayList;
import java.util.List;

/** The edges to draw: those in view, and where they are too many for eye and frame, grants left out first and then all but the special ones. */
record EdgesInView(List<Integer> drawn, int leftOut) {
    private static final int MOST = 400;

    static EdgesInView of(Scene scene, Viewport view, double width, double height) {
        List<Integer> special = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        List<Integer> grants = new ArrayList<>();
        for (int edge = 0; edge < scene.layout().routes().size(); edge++) {
            GraphEdge one = scene.layout().graph().edges().get(edge);
            boolean seen = isInView(scene.layout().routes().get(edge), view, width, height);
            if (scene.overlay().shows(one.standing()) && seen) {
                (isSpecial(scene, one) ? special : one.kind() == EdgeKind.GRANT ? grants : others).add(edge);
            }
        }
        List<Integer> drawn = new ArrayList<>();
        int leftOut = 0;
        for (List<Integer> part : List.of(others, grants)) {
            if (part.size() + drawn.size() + special.size() <= MOST) {
                drawn.addAll(part);
            } else {
                leftOut += part.size();
            }
        }
        drawn.addAll(special);
        return new EdgesInView(drawn, leftOut);
    }

    /** What is found, touches what is chosen, or differs. */
    static boolean isSpecial(Scene scene, GraphEdge edge) {
        return scene.isFound(edge)
                || scene.touchesChosen(edge)
                || scene.overlay().marked(edge.standing()).differs();
    }

    private static boolean isInView(double[] route, Viewport view, double width, double height) {
        double left = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (int at = 0; at < route.length; at += 2) {
            left = Math.min(left, route[at]);
            right = Math.max(right, route[at]);
            top = Math.min(top, route[at + 1]);
            bottom = Math.max(bottom, route[at + 1]);
        }
        return view.screenX(right) > -40
                && view.screenX(left) < width + 40
                && view.screenY(bottom) > 0
                && view.screenY(top) < height;
    }
}

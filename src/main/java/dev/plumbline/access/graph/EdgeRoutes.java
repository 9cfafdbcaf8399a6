package dev.plumbline.access.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The points that each edge passes. It leaves a box on the side of the other end, ends of several edges stand apart on the box's side, and
 * on its way it goes through the gaps between boxes that stand in between; in a very full drawing it goes straight.
 */
final class EdgeRoutes {
    private static final int MOST_WITH_GAPS = 4_000;
    private static final double PORT_DISTANCE = 6;
    private static final double CLEARANCE = 7;
    private final AccessGraph graph;
    private final List<Spot> spots;
    private final Map<Double, TreeSet<Double>> boxes = new HashMap<>();

    private EdgeRoutes(AccessGraph graph, List<Spot> spots) {
        this.graph = graph;
        this.spots = spots;
        for (Spot spot : spots) {
            boxes.computeIfAbsent(spot.x(), x -> new TreeSet<>()).add(spot.y());
        }
    }

    static List<double[]> of(AccessGraph graph, List<Spot> spots) {
        return new EdgeRoutes(graph, spots).all();
    }

    private List<double[]> all() {
        double[] start = new double[graph.edges().size()];
        double[] end = new double[start.length];
        for (int place = 0; place < spots.size(); place++) {
            ports(place, graph.leaving(place), true, start);
            ports(place, graph.entering(place), false, end);
        }
        List<double[]> routes = new ArrayList<>(start.length);
        for (int edge = 0; edge < start.length; edge++) {
            routes.add(route(graph.edges().get(edge), start[edge], end[edge]));
        }
        return routes;
    }

    private void ports(int place, int[] edges, boolean leaving, double[] into) {
        List<Integer> sorted = new ArrayList<>(edges.length);
        Arrays.stream(edges).forEach(sorted::add);
        sorted.sort(Comparator.comparingDouble(edge -> {
            GraphEdge one = graph.edges().get(edge);
            return spots.get(leaving ? one.to() : one.from()).y();
        }));
        double step = Math.min(PORT_DISTANCE, (GraphLayout.BOX_HEIGHT - 12) / Math.max(1, edges.length));
        for (int at = 0; at < sorted.size(); at++) {
            into[sorted.get(at)] =
                    spots.get(place).y() + GraphLayout.BOX_HEIGHT / 2 + (at - (sorted.size() - 1) / 2.0) * step;
        }
    }

    private double[] route(GraphEdge edge, double startY, double endY) {
        Spot from = spots.get(edge.from());
        Spot to = spots.get(edge.to());
        double right = from.x() + GraphLayout.BOX_WIDTH;
        if (to.x() > from.x()) {
            return graph.edges().size() > MOST_WITH_GAPS
                    ? new double[] {right, startY, to.x(), endY}
                    : throughGaps(right, startY, to.x(), endY);
        }
        if (to.x() < from.x()) {
            return new double[] {from.x(), startY, to.x() + GraphLayout.BOX_WIDTH, endY};
        }
        double out = right + (GraphLayout.LAYER - GraphLayout.BOX_WIDTH) / 2;
        double middle = edge.from() == edge.to() ? startY - GraphLayout.ROW / 2 : (startY + endY) / 2;
        return new double[] {right, startY, out, middle, right, endY + (edge.from() == edge.to() ? 8 : 0)};
    }

    private double[] throughGaps(double x, double y, double endX, double endY) {
        List<Double> points = new ArrayList<>(List.of(x, y));
        double atX = x;
        double atY = y;
        for (double layer = x - GraphLayout.BOX_WIDTH + GraphLayout.LAYER; layer < endX; layer += GraphLayout.LAYER) {
            double right = layer + GraphLayout.BOX_WIDTH;
            double enters = atY + (endY - atY) * Curve.rise((layer - atX) / (endX - atX));
            double leaves = atY + (endY - atY) * Curve.rise((right - atX) / (endX - atX));
            if (isBlocked(layer, Math.min(enters, leaves), Math.max(enters, leaves))) {
                atX = right;
                atY = gapNear(layer, (enters + leaves) / 2);
                points.addAll(List.of(layer, atY, right, atY));
            }
        }
        points.addAll(List.of(endX, endY));
        return points.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private boolean isBlocked(double layer, double top, double bottom) {
        Double box =
                boxes.getOrDefault(layer, new TreeSet<>()).ceiling(top - GraphLayout.BOX_HEIGHT - CLEARANCE + 0.01);
        return box != null && box < bottom + CLEARANCE - 0.01;
    }

    /** The height nearest to the wished one at which no box of the layer stands in the way. */
    private double gapNear(double layer, double wish) {
        TreeSet<Double> column = boxes.getOrDefault(layer, new TreeSet<>());
        double up = wish;
        double down = wish;
        for (Double box = hit(column, up); box != null; box = hit(column, up)) {
            up = box - CLEARANCE;
        }
        for (Double box = hit(column, down); box != null; box = hit(column, down)) {
            down = box + GraphLayout.BOX_HEIGHT + CLEARANCE;
        }
        return wish - up <= down - wish ? up : down;
    }

    private static @Nullable Double hit(NavigableSet<Double> column, double y) {
        Double box = column.ceiling(y - GraphLayout.BOX_HEIGHT - CLEARANCE + 0.01);
        return box != null && box < y + CLEARANCE - 0.01 ? box : null;
    }
}

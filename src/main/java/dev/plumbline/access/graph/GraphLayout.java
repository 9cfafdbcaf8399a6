package dev.plumbline.access.graph;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the nodes and edges of a graph are drawn, in the units of a screen at its natural size. {@code spots} are by the place of the node,
 * {@code routes} by the place of the edge: the points that its curve passes, x and y in turn.
 */
public record GraphLayout(
        AccessGraph graph,
        List<Spot> spots,
        List<double[]> routes,
        Map<Lane, Double> lanes,
        double width,
        double height) {
    public static final double BOX_WIDTH = 172;
    public static final double BOX_HEIGHT = 38;
    static final double ROW = 54;
    static final double LAYER = 256;
    static final double RAIL_GAP = 64;

    public GraphLayout {
        spots = List.copyOf(spots);
        routes = List.copyOf(routes);
    }

    /** The places by the nodes' ids, for the next layout to keep. */
    public Map<String, Spot> byId() {
        Map<String, Spot> byId = new TreeMap<>();
        for (int place = 0; place < spots.size(); place++) {
            byId.put(graph.nodes().get(place).id(), spots.get(place));
        }
        return byId;
    }
}

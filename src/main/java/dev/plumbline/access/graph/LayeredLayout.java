package dev.plumbline.access.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Lays a graph out in layers from left to right. Deterministic. Given where nodes stood before, those that are still in their lane stay there,
 * and new ones go to free places near their neighbours, so that a change is seen; without that all are placed anew.
 */
public final class LayeredLayout {
    private final AccessGraph graph;
    private final int[] sub;
    private final int[] layer;
    private final Map<Lane, Integer> first = new EnumMap<>(Lane.class);
    private final List<List<Integer>> layers = new ArrayList<>();

    private LayeredLayout(AccessGraph graph, Map<String, Spot> former) {
        this.graph = graph;
        this.sub = SubLayers.of(graph);
        this.layer = new int[sub.length];
        keepLayers(former);
        numberLayers(former);
    }

    public static GraphLayout of(AccessGraph graph) {
        return of(graph, Map.of());
    }

    /** {@code former}: where the nodes stood, by their ids. */
    public static GraphLayout of(AccessGraph graph, Map<String, Spot> former) {
        return new LayeredLayout(graph, former).lay(former);
    }

    /** A lane keeps as many layers as it had, or all that stands right of it would move. */
    private void keepLayers(Map<String, Spot> former) {
        Map<Lane, Integer> deepest = new EnumMap<>(Lane.class);
        former.values().forEach(spot -> deepest.merge(spot.lane(), spot.layer(), Math::max));
        for (int place = 0; place < sub.length; place++) {
            GraphNode node = graph.nodes().get(place);
            Spot spot = former.get(node.id());
            if (spot != null && spot.lane() == node.lane()) {
                sub[place] = spot.layer();
            } else if (!former.isEmpty()) {
                sub[place] = Math.min(sub[place], deepest.getOrDefault(node.lane(), 0));
            }
        }
    }

    private void numberLayers(Map<String, Spot> former) {
        for (Lane lane : Lane.values()) {
            if (!lane.isRail()) {
                int depth = 0;
                for (int place = 0; place < sub.length; place++) {
                    depth = graph.nodes().get(place).lane() == lane ? Math.max(depth, sub[place]) : depth;
                }
                for (Spot spot : former.values()) {
                    depth = spot.lane() == lane ? Math.max(depth, spot.layer()) : depth;
                }
                first.put(lane, layers.size());
                for (int number = 0; number <= depth; number++) {
                    layers.add(new ArrayList<>());
                }
            }
        }
        for (int place = 0; place < sub.length; place++) {
            Integer start = first.get(graph.nodes().get(place).lane());
            layer[place] = start == null ? -1 : start + sub[place];
            if (start != null) {
                layers.get(layer[place]).add(place);
            }
        }
    }

    private GraphLayout lay(Map<String, Spot> former) {
        Neighbours neighbours = Neighbours.of(graph, layer);
        double[] y;
        if (former.isEmpty()) {
            LayerOrder.sort(graph, neighbours, layers);
            y = LayerHeights.of(neighbours, layers, sub.length);
            double top = Arrays.stream(y).min().orElse(0);
            for (int place = 0; place < y.length; place++) {
                y[place] = Math.rint(y[place] - top);
            }
        } else {
            y = FreePlaces.fill(graph, neighbours, layers, former);
        }
        List<Spot> spots = new ArrayList<>();
        double bottom = 0;
        for (int place = 0; place < y.length; place++) {
            Lane lane = graph.nodes().get(place).lane();
            spots.add(new Spot(lane, sub[place], Math.max(0, layer[place]) * GraphLayout.LAYER, y[place]));
            bottom = lane.isRail() ? bottom : Math.max(bottom, y[place] + GraphLayout.BOX_HEIGHT);
        }
        double below = Rails.place(graph, spots, layers.size(), bottom, former);
        double width = (layers.size() - 1) * GraphLayout.LAYER + GraphLayout.BOX_WIDTH;
        return new GraphLayout(graph, spots, EdgeRoutes.of(graph, spots), lanes(spots), width, below);
    }

    /** Where each lane's heading stands: columns by their left edge, rails by their upper edge where they hold anything. */
    private Map<Lane, Double> lanes(List<Spot> spots) {
        Map<Lane, Double> lanes = new EnumMap<>(Lane.class);
        first.forEach((lane, number) -> lanes.put(lane, number * GraphLayout.LAYER));
        for (Spot spot : spots) {
            if (spot.lane().isRail()) {
                lanes.merge(spot.lane(), spot.y(), Math::min);
            }
        }
        return lanes;
    }
}

package dev.plumbline.access.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Places PUBLIC and the predefined roles beneath the columns, in rows that begin under the groups and leave the grant targets free. */
final class Rails {
    private Rails() {}

    /** Sets the spots of what stands on rails; gives the lower edge of all. */
    static double place(AccessGraph graph, List<Spot> spots, int layers, double bottom, Map<String, Spot> former) {
        double edge = bottom;
        int columns = Math.max(1, layers - 2);
        for (Lane rail : new Lane[] {Lane.PUBLIC, Lane.PREDEFINED}) {
            List<Integer> nodes = new ArrayList<>();
            Set<String> taken = new HashSet<>();
            double top = -1;
            for (int place = 0; place < spots.size(); place++) {
                GraphNode node = graph.nodes().get(place);
                if (node.lane() == rail) {
                    Spot spot = former.get(node.id());
                    if (spot != null && spot.lane() == rail) {
                        spots.set(place, spot);
                        taken.add(spot.x() + " " + spot.y());
                        top = top < 0 ? spot.y() : Math.min(top, spot.y());
                        edge = Math.max(edge, spot.y() + GraphLayout.BOX_HEIGHT);
                    } else {
                        nodes.add(place);
                    }
                }
            }
            nodes.sort(Comparator.comparing(
                    (Integer place) -> graph.nodes().get(place).id()));
            double start = top >= 0 ? top : nodes.isEmpty() ? 0 : edge + GraphLayout.RAIL_GAP;
            int slot = 0;
            for (int place : nodes) {
                double x;
                double y;
                do {
                    x = (1 + slot % columns) * GraphLayout.LAYER;
                    int row = slot / columns;
                    y = start + row * GraphLayout.ROW;
                    slot++;
                } while (!taken.add(x + " " + y));
                spots.set(place, new Spot(rail, 0, x, y));
                edge = Math.max(edge, y + GraphLayout.BOX_HEIGHT);
            }
        }
        return edge;
    }
}

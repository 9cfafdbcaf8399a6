package dev.plumbline.access.graph;

import dev.plumbline.model.DatabaseObject;
import java.util.List;
import java.util.Locale;

/** Objects of a graph by the name that a person types: {@code orders}, {@code ledger.entries}, {@code database billing}. */
final class NamedObjects {
    private NamedObjects() {}

    /** An object and the place of its node. */
    record At(int place, DatabaseObject object) {}

    static List<At> of(AccessGraph graph, String typed) {
        String wanted = GraphSearch.unquoted(typed).toLowerCase(Locale.ROOT);
        List<At> found = new java.util.ArrayList<>();
        for (int place = 0; place < graph.nodes().size(); place++) {
            GraphTarget target = graph.nodes().get(place).target();
            if (target != null) {
                for (DatabaseObject object : target.objects()) {
                    if (answersTo(target, object, wanted)) {
                        found.add(new At(place, object));
                    }
                }
            }
        }
        return found;
    }

    private static boolean answersTo(GraphTarget target, DatabaseObject object, String wanted) {
        String name = object.name().toLowerCase(Locale.ROOT);
        if (target.type().isSingle()) {
            return wanted.equals(target.type().words() + " " + name);
        }
        return wanted.equals(name)
                || wanted.equals(target.schema().toLowerCase(Locale.ROOT) + "." + name)
                || wanted.equals(object.shown().toLowerCase(Locale.ROOT));
    }
}

package dev.plumbline.ui.roles;

import dev.plumbline.access.graph.AccessGraph;
import dev.plumbline.access.graph.LayeredLayout;
import dev.plumbline.access.graph.Spot;
import dev.plumbline.operation.AccessReport;
import dev.plumbline.ui.reading.Reading;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lays readings out in the background, with what was drawn before left where it stood. */
final class Layouts {
    private static final int MOST_NODES = 200;
    private final Set<String> opened = new HashSet<>();
    private Map<String, Spot> places = Map.of();
    private Focus before = Focus.EVERYTHING;
    private @Nullable AccessGraph whole;

    void start(Reading<Drawing> drawing, AccessReport report, Focus focus) {
        Set<String> open = Set.copyOf(opened);
        Map<String, Spot> former = focus.equals(before) ? places : Map.of();
        before = focus;
        AccessGraph known = whole;
        drawing.start("laying out the roles", (cancel, progress) -> {
            AccessGraph all = known != null ? known : AccessGraph.of(report.snapshot(), report.declared());
            cancel.check();
            AccessGraph part = focus.isEverything() ? all : all.around(focus.node(), focus.hops());
            AccessGraph folded = part.folded(MOST_NODES, open);
            cancel.check();
            return new Drawing(report, all, LayeredLayout.of(folded, former));
        });
    }

    /** The next layout keeps these places. */
    void keep(Drawing drawn) {
        whole = drawn.whole();
        places = drawn.layout().byId();
    }

    /** There is a new reading, of which no graph was made yet. */
    void forgetGraph() {
        whole = null;
    }

    /** From now on this bundle's members are drawn one by one. */
    void open(String bundle) {
        opened.add(bundle);
    }
}

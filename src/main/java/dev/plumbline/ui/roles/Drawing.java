package dev.plumbline.ui.roles;

import dev.plumbline.access.graph.AccessGraph;
import dev.plumbline.access.graph.GraphLayout;
import dev.plumbline.operation.AccessReport;

/** A reading laid out: {@code whole} has every role, {@code layout} what is drawn of it, folded or around one node. */
record Drawing(AccessReport report, AccessGraph whole, GraphLayout layout) {
    AccessGraph graph() {
        return layout.graph();
    }
}

package dev.plumbline.ui.staging;

import dev.plumbline.access.change.AccessChange;
import dev.plumbline.model.AccessSnapshot;
import java.util.List;

/** Where one screen stages its changes, and what the list says they came from. */
public record Stager(Staging staging, String from) {
    public void stage(AccessSnapshot read, List<? extends AccessChange> changes) {
        staging.stage(read, changes, from);
    }
}

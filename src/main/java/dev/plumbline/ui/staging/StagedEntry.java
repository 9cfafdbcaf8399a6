package dev.plumbline.ui.staging;

import dev.plumbline.access.change.PinnedChange;
import dev.plumbline.model.Sql;
import dev.plumbline.model.Visible;
import java.util.stream.Collectors;

/** One staged change and where it was staged: the title of the screen or what it was found by. */
public record StagedEntry(PinnedChange pinned, String from) {
    /** Its statements, safe to show. */
    public String shown() {
        return pinned.statements().stream().map(Sql::text).map(Visible::text).collect(Collectors.joining("; "));
    }
}

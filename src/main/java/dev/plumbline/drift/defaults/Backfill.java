package dev.plumbline.drift.defaults;

import dev.plumbline.access.change.GrantPrivileges;
import dev.plumbline.model.Gap;
import dev.plumbline.model.Sql;
import java.util.List;
import java.util.Optional;

/**
 * What default privileges never reach: the objects of a cell's creator that exist already. {@code looked} of them were compared, {@code unmatched} lack
 * something that the rule gives, and {@code changes} give just that, {@code grants} as statements. {@code unknown} says why the answer may be too small.
 */
public record Backfill(
        int looked, List<String> unmatched, List<Sql> grants, List<GrantPrivileges> changes, Optional<Gap> unknown) {
    public Backfill {
        unmatched = List.copyOf(unmatched);
        grants = List.copyOf(grants);
        changes = List.copyOf(changes);
    }
}

package dev.plumbline.access.compare;

import dev.plumbline.access.change.NamedDifference;
import dev.plumbline.access.change.PairedObjects;
import dev.plumbline.access.change.PrivilegeDifference;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Gap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is not the same in two readings of the access side: in the catalog ({@code changes}), and in what everybody may do in the end ({@code effective}), which is
 * told of roles and objects that both hold. {@code unknown} are sentences about what one reading could not see; nothing is said of it. Objects are found again by kind
 * and name, roles by name.
 */
public record AccessComparison(List<Change> changes, NamedDifference effective, List<String> unknown) {
    public AccessComparison {
        changes = List.copyOf(changes);
        unknown = List.copyOf(unknown);
    }

    public boolean isEmpty() {
        return changes.isEmpty() && effective.lines().isEmpty();
    }

    public List<Change> of(Change.Part part) {
        return changes.stream().filter(change -> change.part() == part).toList();
    }

    public static AccessComparison between(AccessSnapshot before, AccessSnapshot after) {
        Unknowns unknowns = new Unknowns(before, after);
        PairedObjects pairs = new PairedObjects(before, after);
        List<Change> changes = new ArrayList<>(RoleChanges.of(before, after, unknowns));
        changes.addAll(ObjectChanges.of(before, after, pairs, unknowns));
        changes.addAll(GrantChanges.of(before, after, pairs, unknowns));
        changes.addAll(DefaultChanges.of(before, after, unknowns));
        changes.addAll(CheckingChanges.of(before, after, pairs, unknowns));
        changes.addAll(RoleChanges.settings(before, after, unknowns));
        changes.sort(Comparator.comparing(Change::part));
        List<String> unknown = new ArrayList<>(unknowns.sentences());
        return new AccessComparison(changes, effective(before, after, unknowns, unknown), unknown);
    }

    /** Who holds whose privileges rests on all roles and memberships, so without them nothing is said. */
    private static NamedDifference effective(
            AccessSnapshot before, AccessSnapshot after, Unknowns unknowns, List<String> unknown) {
        if (unknowns.about(Gap.ROLES, Gap.MEMBERSHIPS)) {
            unknown.add("who gained and lost what cannot be said without all roles and memberships");
            return new NamedDifference(List.of());
        }
        boolean columns = !unknowns.about(Gap.COLUMNS);
        AccessSnapshot then = columns ? before : before.withColumns(List.of());
        AccessSnapshot now = columns ? after : after.withColumns(List.of());
        return NamedDifference.of(PrivilegeDifference.between(then, now), now.roles());
    }
}

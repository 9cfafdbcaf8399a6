package dev.plumbline.access.drop;

import dev.plumbline.access.change.OwnedSet;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Dependency;
import dev.plumbline.model.Gap;
import dev.plumbline.model.Membership;
import dev.plumbline.model.Name;
import dev.plumbline.model.RoleDependents;
import dev.plumbline.model.RoleDependents.Dependent;
import dev.plumbline.model.RoleDependents.InDatabase;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.List;

/** What is left of a role once all that it owns in one database has another owner: nothing of it is planned, all of it is said. */
public record Leftovers(Name role, List<Item> items, List<Gap> unknown) {
    public Leftovers {
        items = List.copyOf(items);
        unknown = List.copyOf(unknown);
    }

    /** One thing that is left, the objects by name as far as they can be seen, and the statements that would move it. {@code database} is empty for what all share. */
    public record Item(String database, String text, List<String> objects, List<Sql> statements) {
        public Item {
            objects = List.copyOf(objects);
            statements = List.copyOf(statements);
        }
    }

    public boolean isEmpty() {
        return items.isEmpty() && unknown.isEmpty();
    }

    /** @param taken what the plan gives away, so that it is not left */
    public static Leftovers of(AccessSnapshot snapshot, RoleDependents dependents, OwnedSet taken, Name heir) {
        List<Item> items = new ArrayList<>();
        List<Gap> unknown = new ArrayList<>(taken.unknown());
        Name role = dependents.role();
        Name here = dependents.shared().database();
        for (InDatabase place : dependents.databases()) {
            place.unseen().ifPresent(unknown::add);
            boolean isHere = place.database().equals(here);
            place.counts().forEach((how, number) -> {
                if (!isHere) {
                    items.add(
                            new Item(place.database().shown(), words(role, how, number), place.shown(how), List.of()));
                } else if (how != Dependency.OWNS) {
                    items.add(new Item("", words(role, how, number) + " here", place.shown(how), List.of()));
                }
            });
            if (isHere) {
                unplanned(place, role, heir, items);
            }
        }
        shared(dependents, taken, heir, items);
        DefaultsToMove.of(snapshot, role, heir).ifPresent(items::add);
        memberships(snapshot, role, items);
        return new Leftovers(role, items, unknown);
    }

    private static String words(Name role, Dependency how, int number) {
        return role.shown() + " " + how.shown() + " " + number + (number == 1 ? " object" : " objects");
    }

    /** Operators, collations, statistics and the like carry no privileges, so that no plan speaks of them. */
    private static void unplanned(InDatabase here, Name role, Name heir, List<Item> items) {
        List<Dependent> left = here.dependents().stream()
                .filter(dependent -> dependent.how() == Dependency.OWNS && !UnplannedOwner.isPlanned(dependent))
                .toList();
        if (!left.isEmpty()) {
            items.add(new Item(
                    "",
                    role.shown() + " still owns what carries no privileges (" + left.size()
                            + "), for which no plan is made",
                    left.stream().map(Dependent::shown).toList(),
                    UnplannedOwner.statements(left, role, heir)));
        }
    }

    private static void shared(RoleDependents dependents, OwnedSet taken, Name heir, List<Item> items) {
        Name role = dependents.role();
        List<Dependent> owned = dependents.shared().dependents().stream()
                .filter(dependent -> dependent.how() == Dependency.OWNS)
                .filter(dependent -> taken.taken().stream()
                        .noneMatch(object -> UnplannedOwner.isShared(object.kind())
                                && Sql.quoted(Name.of(object.name())).equals(UnplannedOwner.quoted(dependent))))
                .toList();
        if (!owned.isEmpty()) {
            items.add(new Item(
                    "",
                    role.shown() + " owns what all databases share (" + owned.size() + ")",
                    owned.stream().map(Dependent::shown).toList(),
                    UnplannedOwner.statements(owned, role, heir)));
        }
        List<String> privileges = dependents.shared().shown(Dependency.PRIVILEGES);
        if (!privileges.isEmpty()) {
            items.add(new Item(
                    "",
                    words(role, Dependency.PRIVILEGES, dependents.shared().count(Dependency.PRIVILEGES))
                            + " that all share",
                    privileges,
                    List.of()));
        }
    }

    private static void memberships(AccessSnapshot snapshot, Name role, List<Item> items) {
        List<Membership> granted = snapshot.catalog().memberships().stream()
                .filter(edge -> role.equals(edge.grantor()))
                .toList();
        if (!granted.isEmpty()) {
            items.add(new Item(
                    "",
                    role.shown() + " granted " + granted.size()
                            + (granted.size() == 1 ? " membership" : " memberships"),
                    granted.stream()
                            .map(edge ->
                                    edge.member().shown() + " in " + edge.role().shown())
                            .toList(),
                    List.of()));
        }
    }
}

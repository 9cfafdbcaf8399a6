package dev.plumbline.drift.defaults;

import dev.plumbline.drift.DefaultRule;
import dev.plumbline.drift.ExtraGrants;
import dev.plumbline.drift.Finding;
import dev.plumbline.drift.RuleComparison;
import dev.plumbline.model.Grantee;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the ownership model asks of each cell, and what it calls extra or another creator's: as its checks DEF-201, DEF-202 and DEF-204 find it. */
final class Overlay {
    private final Map<Place, RuleComparison> wanted = new HashMap<>();
    private final Map<Entry, SortedSet<Privilege>> extra = new HashMap<>();
    private final Map<Entry, DefaultRule> wrongCreator = new HashMap<>();
    private final List<Counter> counters = new ArrayList<>();
    private final List<Name> schemas;
    private final List<Name> creators;

    private Overlay(List<Name> creators, List<Name> schemas) {
        this.creators = creators;
        this.schemas = schemas;
    }

    static Overlay of(Snapshot read, OwnershipModel declared) {
        if (!(declared instanceof OwnershipModel.Auto auto) || auto.namesCollide()) {
            return new Overlay(List.of(), List.of());
        }
        OwnershipModel.Auto model = auto.asStoredOn(read.server().version());
        Snapshot snapshot = AllRoles.countedFor(List.of(model.ownerRole(), model.appUser()), read);
        Overlay overlay = new Overlay(List.of(model.ownerRole(), model.appUser()), model.schemas());
        for (DefaultRule.Direction direction : DefaultRule.Direction.values()) {
            List<RuleComparison> compared = DefaultRule.of(model, direction).stream()
                    .map(rule -> RuleComparison.of(snapshot, rule))
                    .toList();
            compared.forEach(one -> overlay.wanted.put(
                    new Place(
                            one.rule().creator(),
                            one.rule().schema(),
                            one.rule().type()),
                    one));
            overlay.counters.add(Counter.of(direction, compared));
        }
        new ExtraGrants(snapshot, model).find().forEach(overlay::add);
        return overlay;
    }

    private void add(Finding finding) {
        if (finding instanceof Finding.DefaultPrivilegeExtra found) {
            Place place = new Place(found.creator(), found.schema(), found.type());
            extra.computeIfAbsent(new Entry(place, found.grantee()), key -> new TreeSet<>())
                    .addAll(found.extra());
        } else if (finding instanceof Finding.DefaultPrivilegeOfWrongCreator found) {
            Place place = new Place(
                    found.found().creator(),
                    found.found().schema(),
                    found.found().type());
            wrongCreator.put(new Entry(place, Grantee.role(found.rule().grantee())), found.rule());
        }
    }

    /** The declared owner role and app user. */
    List<Name> creators() {
        return creators;
    }

    List<Name> schemas() {
        return schemas;
    }

    List<Counter> counters() {
        return List.copyOf(counters);
    }

    Optional<RuleComparison> wanted(Name creator, MatrixColumn column) {
        return Optional.ofNullable(wanted.get(new Place(creator, column.schema(), column.type())));
    }

    /** What a grantee of a stored rule is to the model. */
    CellState stateOf(Name creator, MatrixColumn column, Grantee grantee) {
        Entry entry = new Entry(new Place(creator, column.schema(), column.type()), grantee);
        if (wrongCreator.containsKey(entry)) {
            return CellState.WRONG_CREATOR;
        }
        if (extra.containsKey(entry)) {
            return CellState.EXTRA;
        }
        boolean asked = wanted(creator, column)
                .map(RuleComparison::rule)
                .filter(rule -> grantee.is(rule.grantee()))
                .isPresent();
        return asked ? CellState.OK : CellState.RULE;
    }

    int differing() {
        long missing = wanted.values().stream().filter(one -> !one.present()).count();
        return (int) missing + extra.size() + wrongCreator.size();
    }

    /** The privileges of a grantee that the model does not ask for. */
    PrivilegeSet extra(Name creator, MatrixColumn column, Grantee grantee) {
        Entry entry = new Entry(new Place(creator, column.schema(), column.type()), grantee);
        return PrivilegeSet.of(extra.getOrDefault(entry, new TreeSet<>()));
    }

    private record Place(Name creator, @Nullable Name schema, ObjectType type) {}

    private record Entry(Place place, Grantee grantee) {}
}

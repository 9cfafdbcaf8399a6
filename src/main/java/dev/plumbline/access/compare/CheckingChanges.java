package dev.plumbline.access.compare;

import dev.plumbline.access.change.PairedObjects;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Gap;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.Policy;
import dev.plumbline.model.RelationFacts;
import dev.plumbline.model.RoutineFacts;
import dev.plumbline.model.Visible;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What else decides about access and is not as it was: row security, policies, whose rights views and routines run with. */
final class CheckingChanges {
    private CheckingChanges() {}

    static List<Change> of(AccessSnapshot before, AccessSnapshot after, PairedObjects pairs, Unknowns unknowns) {
        List<Change> changes = new ArrayList<>();
        for (PairedObjects.Pair pair : pairs.list()) {
            String was = words(before, pair.was());
            String is = words(after, pair.is());
            if (!was.equals(is)) {
                changes.add(
                        new Change(Change.Part.CHECKING, Change.Way.CHANGED, ObjectChanges.shown(pair.is()), was, is));
            }
        }
        if (!unknowns.about(Gap.POLICIES) && !unknowns.about(ObjectKind.RELATION)) {
            changes.addAll(Beside.of(Change.Part.CHECKING, policies(before), policies(after), subject -> subject));
        }
        return changes;
    }

    private static String words(AccessSnapshot snapshot, DatabaseObject object) {
        return switch (object.kind()) {
            case RELATION -> words(snapshot.relationFacts(object));
            case ROUTINE -> {
                RoutineFacts facts = snapshot.routines().get(object.oid());
                yield facts == null ? "" : words(facts);
            }
            default -> "";
        };
    }

    private static String words(RelationFacts facts) {
        return (facts.rowSecurity() ? "row security" : "no row security")
                + (facts.forcedRowSecurity() ? ", forced" : "")
                + (facts.securityInvoker() ? ", security invoker" : "");
    }

    private static String words(RoutineFacts facts) {
        return (facts.securityDefiner() ? "SECURITY DEFINER" : "SECURITY INVOKER")
                + facts.settings().stream()
                        .map(setting -> ", SET " + Visible.text(setting))
                        .collect(Collectors.joining());
    }

    private static Map<String, String> policies(AccessSnapshot snapshot) {
        Map<Long, DatabaseObject> tables = new HashMap<>();
        snapshot.of(ObjectKind.RELATION).forEach(table -> tables.put(table.oid(), table));
        Map<String, String> policies = new HashMap<>();
        for (Policy policy : snapshot.policies()) {
            DatabaseObject table = tables.get(policy.relation());
            if (table != null) {
                policies.put("policy " + policy.name().shown() + " on " + table.shown(), words(snapshot, policy));
            }
        }
        return policies;
    }

    private static String words(AccessSnapshot snapshot, Policy policy) {
        return (policy.permissive() ? "permissive" : "restrictive") + " for " + policy.commandShown() + " to "
                + String.join(
                        ", ",
                        new TreeSet<>(policy.roles().stream()
                                .map(role -> snapshot.roles().shown(role))
                                .toList()));
    }
}

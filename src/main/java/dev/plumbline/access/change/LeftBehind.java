package dev.plumbline.access.change;

import dev.plumbline.access.change.OwnerImpact.Line;
import dev.plumbline.access.change.OwnerImpact.Topic;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.DefaultPrivilege;
import dev.plumbline.model.ObjectKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What transfers of owners leave where it is though one might think it went along: partitions and default privileges. */
record LeftBehind(AccessSnapshot before, List<ChangeOwner> transfers) {
    List<Line> lines() {
        Set<Line> lines = new LinkedHashSet<>();
        for (ChangeOwner transfer : transfers) {
            if (transfer.object().kind() == ObjectKind.RELATION
                    && transfer.object().letter() == 'p') {
                partitions(transfer, lines);
            }
            before.catalog().defaultPrivileges().stream()
                    .filter(rule -> speaksOf(rule, transfer) && !hasAlike(rule, transfer.newOwner()))
                    .forEach(rule -> lines.add(line(rule, transfer)));
        }
        return new ArrayList<>(lines);
    }

    /** ALTER TABLE … OWNER TO does not recurse to partitions. */
    private void partitions(ChangeOwner transfer, Set<Line> lines) {
        for (DatabaseObject relation : before.of(ObjectKind.RELATION)) {
            boolean stays = before.relationFacts(relation).partitionOf()
                            == transfer.object().oid()
                    && relation.owner() != transfer.newOwner()
                    && transfers.stream().noneMatch(other -> other.object().oid() == relation.oid());
            if (stays) {
                lines.add(new Line(
                        Topic.STAYS,
                        relation.shown(),
                        "The partition keeps its owner " + before.roles().shown(relation.owner()) + ": a change of "
                                + transfer.object().shown() + " does not reach it."));
            }
        }
    }

    /** A rule FOR ROLE the old owner speaks of what that role creates, never of what the new owner does. */
    private Line line(DefaultPrivilege rule, ChangeOwner transfer) {
        String where = rule.schema() == null
                ? "in any schema"
                : "in schema " + Objects.requireNonNull(rule.schema()).shown();
        return new Line(
                Topic.DEFAULTS,
                "",
                "The rule of " + rule.creator().shown() + " for " + rule.type().word() + " " + where
                        + " says nothing of what " + before.roles().shown(transfer.newOwner()) + " creates.");
    }

    private boolean speaksOf(DefaultPrivilege rule, ChangeOwner transfer) {
        Integer creator = before.roles().of(rule.creator());
        return creator != null
                && creator == transfer.object().owner()
                && rule.type().kind() == transfer.object().kind()
                && (rule.schema() == null
                        || Objects.equals(rule.schema(), transfer.object().schema()));
    }

    private boolean hasAlike(DefaultPrivilege rule, int newOwner) {
        return before.catalog().defaultPrivileges().stream()
                .anyMatch(other -> before.roles().grantee(newOwner).is(other.creator())
                        && other.type() == rule.type()
                        && Objects.equals(other.schema(), rule.schema()));
    }
}

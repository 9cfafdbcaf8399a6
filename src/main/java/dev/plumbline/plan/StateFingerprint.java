package dev.plumbline.plan;

import dev.plumbline.model.Role;
import dev.plumbline.model.Snapshot;
import java.util.ArrayList;
import java.util.List;

/**
 * The part of a snapshot that a plan rests on, as sorted lines with oids: when a line differs at the moment of running, the plan is stale.
 * A role dropped and made anew under its old name has another oid and so another line.
 */
public record StateFingerprint(List<String> lines) {
    public static StateFingerprint of(Snapshot snapshot, PlanConcern concern) {
        List<String> lines = new ArrayList<>();
        lines.add("database " + snapshot.database());
        snapshot.roles().stream()
                .filter(role -> concerns(role, snapshot, concern))
                .forEach(role -> lines.add("role " + role));
        snapshot.memberships().stream()
                .filter(edge -> concern.roles().contains(edge.role())
                        || concern.roles().contains(edge.member())
                        || snapshot.server().login().equals(edge.member()))
                .forEach(edge -> lines.add("membership " + edge));
        snapshot.schemas().stream()
                .filter(schema -> concern.schemas().contains(schema.name()))
                .forEach(schema -> lines.add("schema " + schema));
        snapshot.defaultPrivileges().forEach(rule -> lines.add("default " + rule));
        snapshot.objects().forEach(object -> lines.add("object " + object));
        snapshot.others().forEach(other -> lines.add("object " + other));
        snapshot.gaps().forEach(gap -> lines.add("gap " + gap));
        return new StateFingerprint(lines.stream().sorted().toList());
    }

    /** What differs between the state a plan was made from and the state now, as − and + lines; empty when nothing does. */
    public List<String> differenceTo(StateFingerprint now) {
        List<String> differences = new ArrayList<>();
        lines.stream().filter(line -> !now.lines.contains(line)).forEach(line -> differences.add("- " + line));
        now.lines.stream().filter(line -> !lines.contains(line)).forEach(line -> differences.add("+ " + line));
        return differences;
    }

    private static boolean concerns(Role role, Snapshot snapshot, PlanConcern concern) {
        return concern.roles().contains(role.name())
                || role.name().equals(snapshot.server().login())
                || role.name().equals(snapshot.database().owner());
    }
}

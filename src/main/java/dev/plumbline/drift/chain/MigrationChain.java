package dev.plumbline.drift.chain;

import dev.plumbline.model.managed.DatabaseMigration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The way from the version a database has to the one it should have, found as dba-operator finds it: from the desired version back through {@code previous}.
 *
 * @param links the whole chain as far as it is known, oldest first
 * @param pending those still to be run, in order
 * @param problem why there is no way, in the operator's words where it has any
 * @param notes what is no obstacle, and should be known
 */
public record MigrationChain(
        List<Link> links, List<DatabaseMigration> pending, Optional<String> problem, List<String> notes) {
    public MigrationChain {
        links = List.copyOf(links);
        pending = List.copyOf(pending);
        notes = List.copyOf(notes);
    }

    public enum Standing {
        DONE,
        CURRENT,
        PENDING,
        MISSING
    }

    /** A version of the chain; {@code desired} marks the one to be reached. */
    public record Link(String version, Standing standing, boolean desired) {}

    /** @param current empty where no migration was ever run */
    public static MigrationChain find(
            String namespace, String current, String desired, Collection<DatabaseMigration> migrations) {
        Map<String, DatabaseMigration> known = new LinkedHashMap<>();
        migrations.forEach(migration -> known.put(migration.version(), migration));
        Set<String> walked = new LinkedHashSet<>();
        String at = desired;
        Optional<String> problem = Optional.empty();
        String missing = "";
        while (problem.isEmpty() && !at.isEmpty()) {
            if (!walked.add(at)) {
                problem = Optional.of("The chain of DatabaseMigrations goes in a circle: "
                        + String.join(" after ", fromFirst(walked, at)) + " after " + at + ".");
            } else if (!known.containsKey(at)) {
                problem = Optional.of("Unable to fetch DatabaseMigration (" + namespace + "/" + at
                        + "): there is none of this name.");
                missing = at;
            } else {
                at = known.get(at).previous();
            }
        }
        boolean reached = current.isEmpty() ? problem.isEmpty() : walked.contains(current) && !current.equals(missing);
        List<String> order = new ArrayList<>(walked);
        Collections.reverse(order);
        int here = order.indexOf(current);
        if (reached && here >= 0 && known.containsKey(current)) {
            problem = problem.filter(circle -> circle.startsWith("The chain"));
        } else if (problem.isEmpty() && !reached) {
            problem = Optional.of("Unable to find a path from the desired version (" + desired
                    + ") to our current version (" + current + ")");
        }
        List<DatabaseMigration> pending = new ArrayList<>();
        if (problem.isEmpty()) {
            order.subList(here + 1, order.size()).forEach(version -> pending.add(known.get(version)));
        }
        return new MigrationChain(
                links(order, here, current, desired, missing, known),
                pending,
                problem,
                notes(order, known, current, desired));
    }

    private static List<String> fromFirst(Set<String> walked, String repeated) {
        List<String> all = new ArrayList<>(walked);
        return all.subList(all.indexOf(repeated), all.size());
    }

    private static List<Link> links(
            List<String> order,
            int here,
            String current,
            String desired,
            String missing,
            Map<String, DatabaseMigration> known) {
        List<Link> links = new ArrayList<>();
        for (int index = 0; index < order.size(); index++) {
            String version = order.get(index);
            Standing standing;
            if (version.equals(missing) || !known.containsKey(version)) {
                standing = Standing.MISSING;
            } else if (version.equals(current)) {
                standing = Standing.CURRENT;
            } else {
                standing = index < here ? Standing.DONE : Standing.PENDING;
            }
            links.add(new Link(version, standing, version.equals(desired)));
        }
        return links;
    }

    private static List<String> notes(
            List<String> order, Map<String, DatabaseMigration> known, String current, String desired) {
        List<String> notes = new ArrayList<>();
        for (String version : order) {
            List<String> heads = known.values().stream()
                    .filter(migration -> migration.previous().equals(version))
                    .map(DatabaseMigration::version)
                    .sorted()
                    .toList();
            if (heads.size() > 1) {
                notes.add("Two heads: " + String.join(" and ", heads) + " both follow " + version
                        + "; the way to " + desired + " takes "
                        + heads.stream().filter(order::contains).findFirst().orElse("none of them") + ".");
            }
        }
        boolean older = !current.isEmpty() && isAfter(current, desired, known);
        if (older) {
            notes.add("The desired version " + desired + " is older than the current one, " + current
                    + ": migrations only go forwards.");
        }
        return notes;
    }

    private static boolean isAfter(String current, String desired, Map<String, DatabaseMigration> known) {
        Set<String> seen = new LinkedHashSet<>();
        String at = current;
        while (seen.add(at) && known.containsKey(at)) {
            at = known.get(at).previous();
            if (at.equals(desired)) {
                return true;
            }
        }
        return false;
    }

    /** The migration to run now; empty when the version is the desired one, or there is no way to it. */
    public Optional<DatabaseMigration> next() {
        return pending.stream().findFirst();
    }
}

package dev.plumbline.model;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that depends on a role in every database of a server. The numbers of each database are the server's own, from {@code pg_shdepend}, which one connection shows for
 * all of them; the names need a connection to the database itself, and where there is none {@code unseen} says why. {@code shared} is what lies in no database.
 */
public record RoleDependents(
        Name role, List<InDatabase> databases, InDatabase shared, List<Session> sessions, List<Gap> gaps) {
    public RoleDependents {
        databases = List.copyOf(databases);
        sessions = List.copyOf(sessions);
        gaps = List.copyOf(gaps);
    }

    /** What depends on the role in one database; {@code database} is for what lies in none the one that was asked. */
    public record InDatabase(
            Name database, Map<Dependency, Integer> counts, List<Dependent> dependents, Optional<Gap> unseen) {
        public InDatabase {
            EnumMap<Dependency, Integer> sorted = new EnumMap<>(Dependency.class);
            sorted.putAll(counts);
            counts = java.util.Collections.unmodifiableMap(sorted);
            dependents = List.copyOf(dependents);
        }

        public int count(Dependency how) {
            return counts.getOrDefault(how, 0);
        }

        public boolean isEmpty() {
            return counts.isEmpty();
        }
    }

    /** One object by the server's words ({@code pg_identify_object}): {@code table}, {@code ledger."Odd, name"}. */
    public record Dependent(Dependency how, String type, String identity) {
        public String shown() {
            return type + " " + Visible.text(identity);
        }
    }

    /** How many sessions of the role there are in a database now; empty for one that is in none. */
    public record Session(Optional<Name> database, int number) {}
}

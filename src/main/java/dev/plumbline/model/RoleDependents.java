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

    /** How many objects of one system catalog depend on the role in one way: {@code 2} of {@code pg_proc}. */
    public record Count(Dependency how, String catalog, int number) {
        /** {@code 2 routines}, by the catalog's own name where this program has no word for it. */
        public String shown() {
            String word = switch (catalog) {
                case "pg_class" -> "relation";
                case "pg_proc" -> "routine";
                case "pg_type" -> "type";
                case "pg_namespace" -> "schema";
                case "pg_database" -> "database";
                case "pg_tablespace" -> "tablespace";
                default -> "row of " + catalog;
            };
            return number + " "
                    + (number == 1 ? word : word.startsWith("row") ? word.replace("row", "rows") : word + "s");
        }
    }

    /** What depends on the role in one database; {@code database} is for what lies in none the one that was asked. */
    public record InDatabase(Name database, List<Count> numbers, List<Dependent> dependents, Optional<Gap> unseen) {
        public InDatabase {
            numbers = List.copyOf(numbers);
            dependents = List.copyOf(dependents);
        }

        /** How many objects depend on the role in each way. */
        public Map<Dependency, Integer> counts() {
            Map<Dependency, Integer> counts = new EnumMap<>(Dependency.class);
            numbers.forEach(count -> counts.merge(count.how(), count.number(), Integer::sum));
            return counts;
        }

        /** The objects by name, or where they cannot be seen how many there are of which kind. */
        public List<String> shown(Dependency how) {
            List<String> names = dependents.stream()
                    .filter(dependent -> dependent.how() == how)
                    .map(Dependent::shown)
                    .toList();
            return !names.isEmpty()
                    ? names
                    : numbers.stream()
                            .filter(count -> count.how() == how)
                            .map(Count::shown)
                            .toList();
        }

        public int count(Dependency how) {
            return counts().getOrDefault(how, 0);
        }

        public boolean isEmpty() {
            return numbers.isEmpty();
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

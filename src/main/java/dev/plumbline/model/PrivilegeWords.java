package dev.plumbline.model;

import static java.util.Map.entry;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Privileges and object types as SQL writes them. */
public final class PrivilegeWords {
    private static final Map<Privilege, Sql> WORDS = Map.ofEntries(
            entry(Privilege.SELECT, Sql.of("SELECT")),
            entry(Privilege.INSERT, Sql.of("INSERT")),
            entry(Privilege.UPDATE, Sql.of("UPDATE")),
            entry(Privilege.DELETE, Sql.of("DELETE")),
            entry(Privilege.TRUNCATE, Sql.of("TRUNCATE")),
            entry(Privilege.REFERENCES, Sql.of("REFERENCES")),
            entry(Privilege.TRIGGER, Sql.of("TRIGGER")),
            entry(Privilege.MAINTAIN, Sql.of("MAINTAIN")),
            entry(Privilege.USAGE, Sql.of("USAGE")),
            entry(Privilege.CREATE, Sql.of("CREATE")),
            entry(Privilege.CONNECT, Sql.of("CONNECT")),
            entry(Privilege.TEMPORARY, Sql.of("TEMPORARY")),
            entry(Privilege.EXECUTE, Sql.of("EXECUTE")),
            entry(Privilege.SET, Sql.of("SET")),
            entry(Privilege.ALTER_SYSTEM, Sql.of("ALTER SYSTEM")),
            entry(AllWord.ALL, Sql.of("ALL")),
            entry(Privilege.DROP, Sql.of("DROP")),
            entry(Privilege.ZONECONFIG, Sql.of("ZONECONFIG")),
            entry(Privilege.BACKUP, Sql.of("BACKUP")),
            entry(Privilege.RESTORE, Sql.of("RESTORE")),
            entry(Privilege.CHANGEFEED, Sql.of("CHANGEFEED")),
            entry(Privilege.REPLICATIONSOURCE, Sql.of("REPLICATIONSOURCE")),
            entry(Privilege.REPLICATIONDEST, Sql.of("REPLICATIONDEST")));

    private PrivilegeWords() {}

    /** {@code SELECT, INSERT}; USAGE stands first, as people write it. Empty when this program has no word for one of them. */
    public static Optional<Sql> of(Collection<Privilege> privileges) {
        if (privileges.isEmpty() || !WORDS.keySet().containsAll(privileges)) {
            return Optional.empty();
        }
        List<Sql> words = privileges.stream()
                .sorted(Comparator.comparing((Privilege privilege) -> !privilege.equals(Privilege.USAGE))
                        .thenComparing(Comparator.naturalOrder()))
                .map(PrivilegeWords::word)
                .toList();
        return Optional.of(Sql.join(", ", words));
    }

    /** As for one column: {@code SELECT ("amount"), UPDATE ("amount")}. */
    public static Sql known(Collection<Privilege> privileges, Name column) {
        return Sql.join(
                ", ",
                privileges.stream()
                        .sorted()
                        .map(privilege -> Sql.of("%s (%I)", word(privilege), column))
                        .toList());
    }

    /** For privileges that Plumbline itself asks for, which all have a word. */
    public static Sql known(Collection<Privilege> privileges) {
        return of(privileges).orElseThrow(() -> new IllegalArgumentException("no SQL word for one of " + privileges));
    }

    public static Sql plural(ObjectType type) {
        return switch (type) {
            case TABLES -> Sql.of("TABLES");
            case SEQUENCES -> Sql.of("SEQUENCES");
            case FUNCTIONS -> Sql.of("FUNCTIONS");
            case TYPES -> Sql.of("TYPES");
            case SCHEMAS -> Sql.of("SCHEMAS");
            case LARGE_OBJECTS -> Sql.of("LARGE OBJECTS");
        };
    }

    private static Sql word(Privilege privilege) {
        Sql word = WORDS.get(privilege);
        if (word == null) {
            throw new IllegalArgumentException("no SQL word for " + privilege);
        }
        return word;
    }
}

package dev.plumbline.model;

import static dev.plumbline.model.Privilege.ALTER_SYSTEM;
import static dev.plumbline.model.Privilege.CONNECT;
import static dev.plumbline.model.Privilege.CREATE;
import static dev.plumbline.model.Privilege.DELETE;
import static dev.plumbline.model.Privilege.EXECUTE;
import static dev.plumbline.model.Privilege.INSERT;
import static dev.plumbline.model.Privilege.MAINTAIN;
import static dev.plumbline.model.Privilege.REFERENCES;
import static dev.plumbline.model.Privilege.SELECT;
import static dev.plumbline.model.Privilege.SET;
import static dev.plumbline.model.Privilege.TEMPORARY;
import static dev.plumbline.model.Privilege.TRIGGER;
import static dev.plumbline.model.Privilege.TRUNCATE;
import static dev.plumbline.model.Privilege.UPDATE;
import static dev.plumbline.model.Privilege.USAGE;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The kinds of objects that privileges are granted on, with the privileges that each takes and what PUBLIC has where nothing was ever granted
 * or revoked (PostgreSQL manual 5.8, table 5.2, {@code acldefault}). The owner then has everything.
 */
public enum ObjectKind {
    RELATION("relation", List.of(), SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER, MAINTAIN),
    COLUMN("column", List.of(), SELECT, INSERT, UPDATE, REFERENCES),
    SEQUENCE("sequence", List.of(), USAGE, SELECT, UPDATE),
    SCHEMA("schema", List.of(), CREATE, USAGE),
    ROUTINE("routine", List.of(EXECUTE), EXECUTE),
    TYPE("type", List.of(USAGE), USAGE),
    DATABASE("database", List.of(CONNECT, TEMPORARY), CREATE, CONNECT, TEMPORARY),
    LANGUAGE("language", List.of(USAGE), USAGE),
    FOREIGN_DATA_WRAPPER("fdw", List.of(), USAGE),
    FOREIGN_SERVER("server", List.of(), USAGE),
    TABLESPACE("tablespace", List.of(), CREATE),
    PARAMETER("parameter", List.of(), SET, ALTER_SYSTEM),
    LARGE_OBJECT("largeobject", List.of(), SELECT, UPDATE);

    private static final int MAINTAIN_SINCE = 17;
    private final String word;
    private final long ofPublic;
    private final long all;

    ObjectKind(String word, List<Privilege> ofPublic, Privilege... privileges) {
        this.word = word;
        this.ofPublic = PrivilegeSet.of(ofPublic).bits();
        this.all = PrivilegeSet.of(privileges).bits();
    }

    /** As the command line and its CSV call it. */
    public String word() {
        return word;
    }

    /** The kind called so by {@link #word} or by its constant's name. */
    public static Optional<ObjectKind> ofWord(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(kind -> kind.word.equals(lower)
                        || kind.name().toLowerCase(Locale.ROOT).equals(lower))
                .findFirst();
    }

    /** What can be granted on it; MAINTAIN only from PostgreSQL 17 on. */
    public List<Privilege> privileges(ServerVersion version) {
        if (version.isCockroach()) {
            return CockroachPrivileges.of(this, version).list();
        }
        long later = version.isPostgresAtLeast(MAINTAIN_SINCE) ? 0 : PrivilegeSet.bit(MAINTAIN);
        return new PrivilegeSet(all & ~later).list();
    }

    /** Everything that can be granted on it, by any version. */
    public PrivilegeSet all() {
        return new PrivilegeSet(all);
    }

    /** What PUBLIC has while the ACL is NULL. */
    public PrivilegeSet ofPublic() {
        return new PrivilegeSet(ofPublic);
    }
}

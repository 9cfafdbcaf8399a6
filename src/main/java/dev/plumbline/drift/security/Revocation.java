package dev.plumbline.drift.security;

import dev.plumbline.access.change.DirectChanges;
import dev.plumbline.access.change.RevokePrivileges;
import dev.plumbline.model.AccessList;
import dev.plumbline.model.Column;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Name;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.Role;
import dev.plumbline.model.RoleIndex;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The statements that take from PUBLIC what it was given. REVOKE takes back only what its own grantor gave (manual REVOKE): the owner's
 * entries by a plain one, those of another grantor as that role.
 */
final class Revocation {
    private Revocation() {}

    /** The bits that PUBLIC holds by the list. */
    static long ofPublic(AccessList acl) {
        long held = 0;
        for (int entry = 0; entry < acl.size(); entry++) {
            if (acl.grantee(entry) == RoleIndex.PUBLIC) {
                held |= acl.held(entry);
            }
        }
        return held;
    }

    /** Takes these from PUBLIC on an object; nothing where a grantor is no role any more. */
    static List<Sql> fromPublic(AccessSituation situation, DatabaseObject object, long bits) {
        return fromPublic(situation, object, object.effectiveAcl(), bits, null);
    }

    /** Takes these from PUBLIC on one column of a relation. */
    static List<Sql> fromPublic(
            AccessSituation situation, DatabaseObject relation, AccessList acl, Name column, long bits) {
        return fromPublic(situation, relation, acl, bits, column);
    }

    private static List<Sql> fromPublic(
            AccessSituation situation, DatabaseObject object, AccessList acl, long bits, @Nullable Name column) {
        List<Sql> statements = new ArrayList<>();
        for (int entry = 0; entry < acl.size(); entry++) {
            long taken = acl.held(entry) & bits;
            if (acl.grantee(entry) != RoleIndex.PUBLIC || taken == 0) {
                continue;
            }
            Sql words = words(taken, column);
            Sql revoke = Sql.of("REVOKE %s ON %s FROM PUBLIC", words, ObjectSql.forGrant(object));
            Role grantor = situation.role(acl.grantor(entry));
            if (acl.grantor(entry) == object.owner()) {
                statements.add(revoke);
            } else if (grantor == null) {
                return List.of();
            } else {
                statements.addAll(as(grantor.name(), revoke));
            }
        }
        return statements;
    }

    /** The same as changes, for an object or one of its columns. */
    static List<RevokePrivileges> changes(DatabaseObject object, @Nullable Column column, long bits) {
        return DirectChanges.revokes(object, column, RoleIndex.PUBLIC, new PrivilegeSet(bits));
    }

    /** A statement as another role, and back. */
    static List<Sql> as(Name role, Sql statement) {
        return List.of(Sql.of("SET ROLE %I", role), statement, Sql.of("RESET ROLE"));
    }

    /** Privileges in the words of SQL; a letter that no known privilege has is left out. */
    static Sql words(long bits, @Nullable Name column) {
        List<Sql> words = new ArrayList<>();
        for (Privilege privilege : new PrivilegeSet(bits).list()) {
            if (Privilege.ofWord(privilege.word()).letter() == privilege.letter()) {
                Sql word = new Sql(privilege.word());
                words.add(column == null ? word : Sql.of("%s (%I)", word, column));
            }
        }
        return Sql.join(", ", words);
    }
}

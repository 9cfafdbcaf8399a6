package dev.plumbline.ui.privileges;

import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.Visible;
import java.util.Locale;

/**
 * What is asked for. {@code role} and {@code object} name one; {@code other} the role to compare with, or nothing; the rest are filters, empty for
 * everything. {@code all}: also rows on which nothing is held.
 */
public record PrivilegesQuery(
        PrivilegesMode mode,
        String role,
        String other,
        String object,
        String rolesLike,
        String objectsLike,
        String schema,
        String kind,
        String privilege,
        boolean all) {

    boolean wants(Subject subject) {
        return (schema.isEmpty() || Visible.text(subject.schemaText()).equals(schema))
                && (kind.isEmpty() || subject.kind().word().equals(kind))
                && (privilege.isEmpty() || (subject.kind().all().bits() & bit()) != 0)
                && holds(subject.shown(), objectsLike);
    }

    boolean wantsRole(String shown) {
        return holds(shown, rolesLike);
    }

    /** The bit of the privilege filtered by, every bit when there is none. */
    long bit() {
        return privilege.isEmpty() ? -1L : PrivilegeSet.bit(Privilege.ofWord(privilege));
    }

    private static boolean holds(String shown, String typed) {
        return typed.isBlank()
                || shown.toLowerCase(Locale.ROOT).contains(typed.strip().toLowerCase(Locale.ROOT));
    }
}

package dev.plumbline.access.change;

import dev.plumbline.access.defaults.BuiltInAcl;
import dev.plumbline.model.AclItem;
import dev.plumbline.model.DefaultPrivilege;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code pg_default_acl} by its key. The server keeps no row that says what it would do anyway: for one schema the empty list, for
 * any schema the type's built-in privileges.
 */
public record DefaultRow(Name creator, @Nullable Name schema, ObjectType type) {
    /** The snapshot with this row edited. */
    public Snapshot changed(Snapshot before, UnaryOperator<List<AclItem>> edit) {
        List<AclItem> without = without(before);
        List<DefaultPrivilege> rules = new ArrayList<>(before.defaultPrivileges());
        List<AclItem> acl = acl(before);
        rules.removeIf(this::is);
        List<AclItem> edited = edit.apply(acl);
        if (!edited.equals(without)) {
            rules.add(new DefaultPrivilege(creator, schema, type, edited));
        }
        return before.withDefaultPrivileges(rules);
    }

    /** The list that counts: the stored one, or what the server would do without a row. */
    public List<AclItem> acl(Snapshot snapshot) {
        return snapshot.defaultPrivileges().stream()
                .filter(this::is)
                .findFirst()
                .map(DefaultPrivilege::acl)
                .orElseGet(() -> without(snapshot));
    }

    private List<AclItem> without(Snapshot snapshot) {
        return schema == null ? BuiltInAcl.of(type, creator, snapshot.server().version()) : List.of();
    }

    private boolean is(DefaultPrivilege rule) {
        return rule.creator().equals(creator) && Objects.equals(rule.schema(), schema) && rule.type() == type;
    }
}

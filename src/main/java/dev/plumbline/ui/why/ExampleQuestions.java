package dev.plumbline.ui.why;

import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.ObjectOrigin;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Two questions that make sense of this very reading: about a login that is no superuser, one to a table, one to a schema. */
final class ExampleQuestions {
    private ExampleQuestions() {}

    static List<AskedQuestion> of(AccessSnapshot snapshot) {
        Set<Name> owners = ownersOfTables(snapshot);
        Optional<Role> role = snapshot.catalog().roles().stream()
                .filter(one -> !one.superuser() && !one.name().text().startsWith("pg_"))
                .min(Comparator.comparing((Role one) -> !one.login())
                        .thenComparing(one -> !owners.contains(one.name())));
        if (role.isEmpty()) {
            return List.of();
        }
        List<AskedQuestion> examples = new ArrayList<>();
        first(snapshot, ObjectKind.RELATION)
                .ifPresent(table -> examples.add(AskedQuestion.of(role.get().name(), Privilege.SELECT, table, null)));
        first(snapshot, ObjectKind.SCHEMA)
                .ifPresent(schema -> examples.add(AskedQuestion.of(role.get().name(), Privilege.CREATE, schema, null)));
        return examples;
    }

    /** Who works in this database, unlike most logins of the server. */
    private static Set<Name> ownersOfTables(AccessSnapshot snapshot) {
        Set<Name> owners = new HashSet<>();
        for (DatabaseObject object : snapshot.objects()) {
            Name owner = snapshot.roles().grantee(object.owner()).role();
            if (object.kind() == ObjectKind.RELATION && object.origin() == ObjectOrigin.USER && owner != null) {
                owners.add(owner);
            }
        }
        return owners;
    }

    private static Optional<DatabaseObject> first(AccessSnapshot snapshot, ObjectKind kind) {
        return snapshot.objects().stream()
                .filter(object -> object.kind() == kind && object.origin() == ObjectOrigin.USER)
                .findFirst();
    }
}

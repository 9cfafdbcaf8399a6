package dev.plumbline.access.preflight;

import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.ObjectOrigin;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The objects that an operation is asked of. Members of extensions are nobody's to migrate and are left out. */
final class Targets {
    private final AccessSnapshot snapshot;

    Targets(AccessSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    DatabaseObject database() {
        long oid = snapshot.catalog().database().oid();
        return snapshot.of(ObjectKind.DATABASE).stream()
                .filter(object -> object.oid() == oid)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the snapshot lacks its own database"));
    }

    boolean hasDatabase() {
        long oid = snapshot.catalog().database().oid();
        return snapshot.of(ObjectKind.DATABASE).stream().anyMatch(object -> object.oid() == oid);
    }

    Optional<DatabaseObject> schema(Name name) {
        return snapshot.of(ObjectKind.SCHEMA).stream()
                .filter(schema -> schema.name().equals(name.text()))
                .findFirst();
    }

    Optional<DatabaseObject> table(Name schema, Name name) {
        return relations(schema, "rpvmf").stream()
                .filter(table -> table.name().equals(name.text()))
                .findFirst();
    }

    /** Relations of these relkinds. */
    List<DatabaseObject> relations(Name schema, String relkinds) {
        return in(
                schema,
                object -> (object.kind() == ObjectKind.RELATION || object.kind() == ObjectKind.SEQUENCE)
                        && relkinds.indexOf(object.letter()) >= 0);
    }

    List<DatabaseObject> functions(Name schema) {
        return in(schema, object -> object.kind() == ObjectKind.ROUTINE && !isAggregate(object));
    }

    /** Enums, composite types, domains and ranges; not the row types of tables, nor of sequences before 14, which follow them. */
    List<DatabaseObject> types(Name schema) {
        Set<String> relations =
                relations(schema, "rpvmfS").stream().map(DatabaseObject::name).collect(Collectors.toSet());
        return in(
                schema,
                object -> object.kind() == ObjectKind.TYPE
                        && "ecdr".indexOf(object.letter()) >= 0
                        && !(object.letter() == 'c' && relations.contains(object.name())));
    }

    List<DatabaseObject> all(ObjectKind kind) {
        return snapshot.of(kind);
    }

    Optional<DatabaseObject> language(String name) {
        return snapshot.of(ObjectKind.LANGUAGE).stream()
                .filter(language -> language.name().equals(name))
                .findFirst();
    }

    private boolean isAggregate(DatabaseObject routine) {
        var facts = snapshot.routines().get(routine.oid());
        return facts != null && facts.kind() == 'a';
    }

    private List<DatabaseObject> in(Name schema, Predicate<DatabaseObject> wanted) {
        return snapshot.objects().stream()
                .filter(object -> schema.equals(object.schema()) && object.origin() == ObjectOrigin.USER)
                .filter(wanted)
                .toList();
    }
}

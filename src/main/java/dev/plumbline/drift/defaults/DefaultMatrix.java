package dev.plumbline.drift.defaults;

import dev.plumbline.access.EffectivePrivileges;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.DefaultPrivilege;
import dev.plumbline.model.Gap;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.OwnershipModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Creators × (schema × tables, sequences, functions, types), then the rules for any schema and for schemas (and large objects on 18). Cells are made when
 * they are asked for: a database of thousands of schemas has millions of them.
 */
public final class DefaultMatrix {
    private static final List<ObjectType> IN_SCHEMAS =
            List.of(ObjectType.TABLES, ObjectType.SEQUENCES, ObjectType.FUNCTIONS, ObjectType.TYPES);
    private static final Name PUBLIC_SCHEMA = Name.of("public");
    private static final int LARGE_OBJECTS_SINCE = 18;

    private final AccessSnapshot snapshot;
    private final Overlay overlay;
    private final List<MatrixRow> rows;
    private final List<MatrixColumn> columns;
    private final List<Name> openToPublic;
    private final CellReader cells;

    private DefaultMatrix(AccessSnapshot snapshot, EffectivePrivileges privileges, Overlay overlay) {
        this.snapshot = snapshot;
        this.overlay = overlay;
        Creators creators = new Creators(snapshot, privileges);
        this.rows = creators.rows(overlay.creators());
        this.openToPublic = creators.openToPublic();
        this.columns = columns(snapshot, overlay);
        this.cells = new CellReader(snapshot.catalog(), overlay);
    }

    public static DefaultMatrix of(AccessSnapshot snapshot, OwnershipModel declared) {
        return of(snapshot, EffectivePrivileges.of(snapshot), declared);
    }

    public static DefaultMatrix of(AccessSnapshot snapshot, EffectivePrivileges privileges, OwnershipModel declared) {
        return new DefaultMatrix(snapshot, privileges, Overlay.of(snapshot.catalog(), declared));
    }

    /** The declared schemas first, in their order, then the others by name; after them any schema, and schemas. */
    private static List<MatrixColumn> columns(AccessSnapshot snapshot, Overlay overlay) {
        Set<Name> existing = new TreeSet<>();
        Creators.schemas(snapshot).stream()
                .map(DatabaseObject::name)
                .map(Name::of)
                .forEach(existing::add);
        snapshot.catalog().defaultPrivileges().stream()
                .map(DefaultPrivilege::schema)
                .filter(schema -> schema != null)
                .forEach(existing::add);
        List<Name> order = new ArrayList<>(overlay.schemas());
        if (order.isEmpty() && existing.contains(PUBLIC_SCHEMA)) {
            order.add(PUBLIC_SCHEMA);
        }
        existing.stream().filter(name -> !order.contains(name)).forEach(order::add);
        List<MatrixColumn> columns = new ArrayList<>();
        for (Name schema : order) {
            IN_SCHEMAS.forEach(type -> columns.add(new MatrixColumn(schema, type, existing.contains(schema))));
        }
        IN_SCHEMAS.forEach(type -> columns.add(new MatrixColumn(null, type, true)));
        columns.add(new MatrixColumn(null, ObjectType.SCHEMAS, true));
        if (snapshot.version().isPostgresAtLeast(LARGE_OBJECTS_SINCE)) {
            columns.add(new MatrixColumn(null, ObjectType.LARGE_OBJECTS, true));
        }
        return List.copyOf(columns);
    }

    public List<MatrixRow> rows() {
        return rows;
    }

    public List<MatrixColumn> columns() {
        return columns;
    }

    public MatrixCell cell(MatrixRow row, MatrixColumn column) {
        return cells.cell(row, column);
    }

    /** Both directions of the ownership model; empty when none is declared. */
    public List<Counter> counters() {
        return unknown().isPresent() ? List.of() : overlay.counters();
    }

    /** What could not be read, so that the matrix does not know. */
    public Optional<Gap> unknown() {
        return snapshot.catalog().gapAbout(Gap.DEFAULT_PRIVILEGES, Gap.SCHEMAS, Gap.ROLES, Gap.MEMBERSHIPS);
    }

    /** Schemas in which every role may create because PUBLIC may; such roles are no rows for that alone. */
    public List<Name> openToPublic() {
        return openToPublic;
    }

    /** The cells of a creator that have something to say, in the order of the columns. */
    public List<MatrixCell> interesting(MatrixRow row) {
        return columns.stream()
                .map(column -> cell(row, column))
                .filter(MatrixCell::isInteresting)
                .toList();
    }

    /** How many rules are missing, and how many grants are extra or of the wrong creator. */
    public int differing() {
        return overlay.differing();
    }

    AccessSnapshot snapshot() {
        return snapshot;
    }

    Overlay overlay() {
        return overlay;
    }
}

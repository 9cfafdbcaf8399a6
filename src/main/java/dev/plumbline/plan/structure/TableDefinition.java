package dev.plumbline.plan.structure;

import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** CREATE TABLE and CREATE FOREIGN TABLE with their columns, PostgreSQL 16 manual. A partition is made as a table of its own and attached. */
final class TableDefinition extends Definition {
    private static final ColumnDefinition COLUMNS = new ColumnDefinition();

    @Override
    Sql create(Structure thing, State state) {
        boolean foreign = thing.name().kind() == StructureKind.FOREIGN_TABLE;
        List<Sql> words = new ArrayList<>();
        words.add(
                foreign
                        ? Sql.of("CREATE FOREIGN TABLE")
                        : thing.property("unlogged").isEmpty()
                                ? Sql.of("CREATE TABLE")
                                : Sql.of("CREATE UNLOGGED TABLE"));
        words.add(Words.qualified(thing.name()));
        words.add(columns(thing, state));
        if (!thing.property("inherits").isEmpty()
                && thing.property("partition bound").isEmpty()) {
            words.add(Sql.of("INHERITS (%s)", Words.server(thing.property("inherits"))));
        }
        if (!thing.property("partition by").isEmpty()) {
            words.add(Sql.of("PARTITION BY %s", Words.server(thing.property("partition by"))));
        }
        if (!thing.property("access method").isEmpty()) {
            words.add(Sql.of("USING %I", Name.of(thing.property("access method"))));
        }
        if (!thing.property("options").isEmpty()) {
            words.add(Sql.of("WITH (%s)", Words.options(thing.property("options"))));
        }
        if (!thing.property("tablespace").isEmpty()) {
            words.add(Sql.of("TABLESPACE %I", Name.of(thing.property("tablespace"))));
        }
        if (foreign) {
            words.add(Sql.of("SERVER %I", Name.of(thing.property("server"))));
        }
        if (!thing.property("foreign options").isEmpty()) {
            words.add(Sql.of("OPTIONS (%s)", ForeignOptions.all(thing.property("foreign options"))));
        }
        return Sql.join(" ", words);
    }

    /** Comments, statistics targets and the like of columns have no place in CREATE TABLE. */
    @Override
    List<Draft> make(Structure thing, Way way) {
        List<Draft> drafts = new ArrayList<>(super.make(thing, way));
        way.to().columnsOf(thing.name()).forEach(column -> drafts.addAll(COLUMNS.given(column, way)));
        return drafts;
    }

    private static Sql columns(Structure thing, State state) {
        if (!thing.property("of type").isEmpty()) {
            Sql type = Sql.of("OF %s", Words.server(thing.property("of type")));
            List<Sql> own = state.columnsOf(thing.name()).stream()
                    .flatMap(column -> ColumnText.ofTyped(column, !isApart(column.name(), state)).stream())
                    .toList();
            return own.isEmpty() ? type : Sql.of("%s (\n    %s\n)", type, Sql.join(",\n    ", own));
        }
        boolean merges = thing.property("partition bound").isEmpty();
        List<Sql> columns = state.columnsOf(thing.name()).stream()
                .filter(column -> !merges || !column.properties().containsKey("inherited"))
                .map(column -> ColumnText.of(
                        merges ? withoutParentsExpression(column, thing.name(), state) : column,
                        !isApart(column.name(), state)))
                .toList();
        return columns.isEmpty() ? Sql.of("()") : Sql.of("(\n    %s\n)", Sql.join(",\n    ", columns));
    }

    /** Before PostgreSQL 16 a child may not say the expression that it has from its parent. */
    private static Structure withoutParentsExpression(Structure column, StructureName table, State state) {
        boolean ofParent = !state.version().isPostgresAtLeast(16)
                && !column.property("generated").isEmpty()
                && state.parentsOf(table).stream()
                        .flatMap(parent -> state.columnsOf(parent).stream())
                        .anyMatch(other ->
                                other.name().name().equals(column.name().name())
                                        && !other.property("generated").isEmpty());
        if (!ofParent) {
            return column;
        }
        TreeMap<String, String> properties = new TreeMap<>(column.properties());
        properties.remove("generated");
        return new Structure(column.name(), properties, column.ofExtension());
    }

    /** A default that calls a routine is given later, since the routine may need the table. */
    static boolean isApart(StructureName column, State state) {
        return state.needsOf(Node.defaultOf(column)).stream()
                .anyMatch(node -> node.name().kind() == StructureKind.ROUTINE);
    }

    @Override
    Sql drop(Structure thing, State state) {
        return thing.name().kind() == StructureKind.FOREIGN_TABLE
                ? Sql.of("DROP FOREIGN TABLE %s", Words.qualified(thing.name()))
                : Sql.of("DROP TABLE %s", Words.qualified(thing.name()));
    }

    @Override
    Draft dropping(Structure thing, Way way) {
        Draft draft = super.dropping(thing, way).lock(Draft.ACCESS_EXCLUSIVE);
        return thing.name().kind() == StructureKind.FOREIGN_TABLE
                ? draft.noUndo("Its columns are made with it, its grants are not.")
                : draft.destroys("Its rows are lost.").noUndo("The rows are gone.");
    }

    @Override
    Set<String> settings() {
        return Set.of("comment", "row security", "forced row security");
    }

    @Override
    Set<String> ignored() {
        return Set.of("partition bound", "inherits", "replica identity");
    }

    @Override
    Optional<Sql> set(Structure thing, String word, @Nullable String was, @Nullable String now, State state) {
        return TableSettings.action(word, was, now, state.version())
                .map(action -> Sql.of("ALTER TABLE %s %s", Words.qualified(thing.name()), action))
                .or(() -> super.set(thing, word, was, now, state));
    }

    @Override
    Draft changing(Structure was, Structure now, String word, Sql sql, Way way) {
        Draft draft = super.changing(was, now, word, sql, way);
        return switch (word) {
            case "row security", "forced row security" -> {
                draft.lock(Draft.ACCESS_EXCLUSIVE)
                        .hazard(HazardKind.ROW_ACCESS_CHANGE, "Which rows roles may use changes.");
                yield now.property(word).isEmpty()
                        ? draft.hazard(HazardKind.RLS_GAP, "Policies keep nothing back any more.")
                        : draft;
            }
            case "unlogged", "access method", "tablespace" ->
                draft.lock(Draft.ACCESS_EXCLUSIVE)
                        .hazard(HazardKind.TABLE_LOCK, "The table is written anew while nobody can use it.");
            case "options" -> draft.lock(Draft.SHARE_UPDATE_EXCLUSIVE);
            default -> draft;
        };
    }

    @Override
    Sql comment(Structure thing, @Nullable String text, State state) {
        return thing.name().kind() == StructureKind.FOREIGN_TABLE
                ? Sql.of("COMMENT ON FOREIGN TABLE %s IS %s", Words.qualified(thing.name()), literal(text))
                : Sql.of("COMMENT ON TABLE %s IS %s", Words.qualified(thing.name()), literal(text));
    }
}

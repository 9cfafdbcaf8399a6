package dev.plumbline.migration.lint;

import dev.plumbline.migration.parse.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What the statements of this file and of the files before it made so far, as far as their text tells: a table that this file made has no rows and nobody waits for it; of one that an
 * earlier file made, the columns are known. What no statement speaks of is not known, which is not the same as not there.
 */
public final class SchemaSoFar {
    private final List<Table> tables;
    private final List<Index> indexes;
    private final List<String> newTypes;

    private SchemaSoFar(List<Table> tables, List<Index> indexes, List<String> newTypes) {
        this.tables = List.copyOf(tables);
        this.indexes = List.copyOf(indexes);
        this.newTypes = List.copyOf(newTypes);
    }

    public static SchemaSoFar nothing() {
        return new SchemaSoFar(List.of(), List.of(), List.of());
    }

    /** Whether an earlier statement of the same file made the table. */
    public boolean isNew(TableName table) {
        return table(table).map(Table::isNew).orElse(false);
    }

    /** Whether an earlier statement of the same file made the type. */
    public boolean isNewType(String type) {
        return newTypes.contains(type);
    }

    public Optional<Table> table(TableName name) {
        return tables.stream().filter(each -> name.canBe(each.name())).findFirst();
    }

    public Optional<Index> index(String name) {
        return indexes.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    public Stream<Index> indexesOf(TableName table) {
        return indexes.stream().filter(each -> table.canBe(each.table()));
    }

    /** After one more statement. */
    public SchemaSoFar with(Node tree) {
        return SchemaChange.of(this, tree);
    }

    /** At the beginning of the next file: nothing is new any more. */
    SchemaSoFar nextFile() {
        return new SchemaSoFar(tables.stream().map(Table::old).toList(), indexes, List.of());
    }

    SchemaSoFar with(Table table) {
        List<Table> more = new ArrayList<>(tables);
        more.removeIf(each -> each.name().canBe(table.name()));
        more.add(table);
        return new SchemaSoFar(more, indexes, newTypes);
    }

    SchemaSoFar with(Index index) {
        List<Index> more = new ArrayList<>(indexes);
        more.add(index);
        return new SchemaSoFar(tables, more, newTypes);
    }

    SchemaSoFar withType(String type) {
        List<String> more = new ArrayList<>(newTypes);
        more.add(type);
        return new SchemaSoFar(tables, indexes, more);
    }

    SchemaSoFar without(TableName table) {
        return new SchemaSoFar(
                tables.stream().filter(each -> !table.canBe(each.name())).toList(),
                indexes.stream().filter(each -> !table.canBe(each.table())).toList(),
                newTypes);
    }

    SchemaSoFar withoutIndex(String name) {
        return new SchemaSoFar(
                tables,
                indexes.stream().filter(each -> !each.name().equals(name)).toList(),
                newTypes);
    }

    SchemaSoFar change(TableName name, UnaryOperator<Table> change) {
        return with(change.apply(table(name).orElseGet(() -> Table.unknown(name))));
    }
}

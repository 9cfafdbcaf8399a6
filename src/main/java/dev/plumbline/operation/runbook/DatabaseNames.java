package dev.plumbline.operation.runbook;

import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Gap;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.Role;
import dev.plumbline.model.Schema;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is called what in one database, as one reading of its catalog saw it: roles of the whole server, the predefined ones (PostgreSQL 18 manual, 21.5) last; schemas and tables that are not the system's own. Tables are
 * ordinary, partitioned and foreign ones. What could not be read is among the gaps: of that the lists say nothing.
 */
public record DatabaseNames(List<String> roles, List<String> schemas, List<Table> tables, List<Gap> gaps) {
    private static final String PREDEFINED = "pg_";
    private static final String TABLES = "rpf";

    public DatabaseNames {
        roles = List.copyOf(roles);
        schemas = List.copyOf(schemas);
        tables = List.copyOf(tables);
        gaps = List.copyOf(gaps);
    }

    /** Names as they are stored, not as SQL would write them. */
    public record Table(String schema, String name) {}

    static DatabaseNames of(AccessSnapshot snapshot) {
        return new DatabaseNames(
                snapshot.catalog().roles().stream()
                        .map(Role::name)
                        .map(Name::text)
                        .sorted(Comparator.comparing((String name) -> name.startsWith(PREDEFINED))
                                .thenComparing(Comparator.naturalOrder()))
                        .toList(),
                snapshot.catalog().schemas().stream()
                        .map(Schema::name)
                        .map(Name::text)
                        .filter(name -> !isOfTheSystem(name))
                        .sorted()
                        .toList(),
                snapshot.of(ObjectKind.RELATION).stream()
                        .filter(object -> TABLES.indexOf(object.letter()) >= 0)
                        .flatMap(object -> {
                            Name schema = object.schema();
                            return schema == null || isOfTheSystem(schema.text())
                                    ? Stream.empty()
                                    : Stream.of(new Table(schema.text(), object.name()));
                        })
                        .sorted(Comparator.comparing(Table::schema).thenComparing(Table::name))
                        .toList(),
                snapshot.catalog().gaps());
    }

    private static boolean isOfTheSystem(String schema) {
        return schema.startsWith(PREDEFINED) || schema.equals("information_schema") || schema.equals("crdb_internal");
    }
}

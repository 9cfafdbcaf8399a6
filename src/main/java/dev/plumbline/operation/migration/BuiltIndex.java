package dev.plumbline.operation.migration;

import dev.plumbline.migration.directory.MigrationStatement;
import dev.plumbline.migration.parse.Node;
import dev.plumbline.migration.parse.PostgresParser;
import dev.plumbline.migration.parse.PostgresParser.Parsing;
import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureSnapshot;
import java.util.List;
import java.util.Optional;

/** The index that a CREATE INDEX CONCURRENTLY builds: cut short, it leaves an invalid one (PostgreSQL 16 manual, CREATE INDEX), which {@link #drop} takes away. */
record BuiltIndex(Name schema, Name name) {
    private static final String INVALID = "invalid";

    /** Empty for any other statement, and for an index whose name the server chooses. */
    static Optional<BuiltIndex> of(MigrationStatement statement, PostgresParser parser, Name searchPath) {
        if (!(parser.parse(statement.text()) instanceof Parsing.Parsed parsed)
                || parsed.statements().size() != 1) {
            return Optional.empty();
        }
        Node index = parsed.statements().get(0);
        String name = index.text("idxname");
        if (!index.is("IndexStmt") || !index.flag("concurrent") || name.isEmpty()) {
            return Optional.empty();
        }
        String schema = index.plain("relation").text("schemaname");
        return Optional.of(new BuiltIndex(schema.isEmpty() ? searchPath : Name.of(schema), Name.of(name)));
    }

    Sql drop() {
        return Sql.of("DROP INDEX CONCURRENTLY IF EXISTS %I.%I", schema, name);
    }

    /** Whether a build of it that was cut left it in this structure. */
    boolean isLeftIn(StructureSnapshot structure) {
        return structure.things().stream().anyMatch(this::isLeft);
    }

    /** A structure without what cut builds of these left: the statements that build them are to run there again. */
    static StructureSnapshot without(StructureSnapshot structure, List<BuiltIndex> indexes) {
        return structure.withThings(structure.things().stream()
                .filter(thing -> indexes.stream().noneMatch(index -> index.isLeft(thing)))
                .toList());
    }

    private boolean isLeft(Structure thing) {
        return thing.name().kind() == StructureKind.INDEX
                && schema.equals(thing.name().schema())
                && name.text().equals(thing.name().name())
                && !thing.property(INVALID).isEmpty();
    }
}

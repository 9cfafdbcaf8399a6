package dev.plumbline.operation.migration;

import dev.plumbline.migration.directory.MigrationStatement;
import dev.plumbline.migration.parse.Node;
import dev.plumbline.migration.parse.PostgresParser;
import dev.plumbline.migration.parse.PostgresParser.Parsing;
import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import java.util.Optional;

/** The index that a CREATE INDEX CONCURRENTLY builds: cut short, it leaves an invalid one (PostgreSQL manual, CREATE INDEX), which this drops. */
final class BuiltIndex {
    private BuiltIndex() {}

    /** Empty for any other statement, and for an index whose name the server chooses. */
    static Optional<Sql> drop(MigrationStatement statement, PostgresParser parser, Name searchPath) {
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
        return Optional.of(Sql.of(
                "DROP INDEX CONCURRENTLY IF EXISTS %I.%I",
                schema.isEmpty() ? searchPath : Name.of(schema), Name.of(name)));
    }
}

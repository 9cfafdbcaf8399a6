package dev.plumbline.catalog.structure;

import dev.plumbline.catalog.ArrayText;
import dev.plumbline.pg.RowSink;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of plain_checks.sql: CHECK constraints of one column, those together that are the same expression of a column of the same name, as the partitions of a table have them. The server writes one of them.
 */
final class PlainChecks implements RowSink {
    private final OidMap<String> definitions = new OidMap<>();

    @Override
    public void take(ResultSet row) throws SQLException {
        String definition = row.getString(2);
        if (definition == null) {
            throw new NotPlainException("a constraint went away");
        }
        ArrayText.forEachNumber(row.getString(1), oid -> definitions.put(oid, definition));
    }

    /** As {@code pg_get_constraintdef} writes it. */
    @Nullable
    String definition(int oid) {
        return definitions.get(oid);
    }
}

package dev.plumbline.catalog.structure;

import dev.plumbline.pg.RowSink;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of plain_checks.sql: CHECK constraints of one column, those together that are the same expression of a column of the same name, as the partitions of a table have them. The server writes one of them.
 */
final class PlainChecks implements RowSink {
    private final Map<Integer, String> definitions = new HashMap<>();

    @Override
    public void take(ResultSet row) throws SQLException {
        String definition = row.getString(2);
        if (definition == null) {
            throw new NotPlainException("a constraint went away");
        }
        String oids = row.getString(1);
        for (String oid : oids.substring(1, oids.length() - 1).split(",", -1)) {
            definitions.put((int) Long.parseLong(oid), definition);
        }
    }

    /** As {@code pg_get_constraintdef} writes it. */
    @Nullable
    String definition(int oid) {
        return definitions.get(oid);
    }
}

package dev.plumbline.catalog.structure;

import dev.plumbline.pg.RowSink;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/** Writes names as {@code quote_ident} does on this server: in quotes unless small letters, digits and underscores that are no keyword of its, other than an unreserved one. */
final class PlainNames implements RowSink {
    private final Set<String> keywords = new HashSet<>();

    @Override
    public void take(ResultSet row) throws SQLException {
        keywords.add(row.getString(1));
    }

    String quoted(String name) {
        return isPlain(name) && !keywords.contains(name) ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    private static boolean isPlain(String name) {
        for (int at = 0; at < name.length(); at++) {
            char letter = name.charAt(at);
            boolean start = letter >= 'a' && letter <= 'z' || letter == '_';
            if (!start && !(at > 0 && letter >= '0' && letter <= '9')) {
                return false;
            }
        }
        return !name.isEmpty();
    }
}

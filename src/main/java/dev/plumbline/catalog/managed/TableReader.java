package dev.plumbline.catalog.managed;

import dev.plumbline.catalog.SqlText;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Name;
import dev.plumbline.pg.PgSession;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** What hints and metrics of a ManagedDatabase ask of its tables: what is unique in them, and which number their sequences give next. */
public final class TableReader {
    /** A unique index over whole columns, by the table it is on. */
    public record Key(Name schema, Name table, List<String> columns) {
        public Key {
            columns = List.copyOf(columns);
        }
    }

    /** A sequence that belongs to a table; {@code next} is empty for a login that may not read it. */
    public record NextId(Name schema, Name table, Name sequence, OptionalLong next) {}

    public List<Key> keys(PgSession session, CancelToken cancel) {
        Rows rows = read(session, "the unique indexes", "unique_keys.sql", cancel);
        Map<String, Key> keys = new LinkedHashMap<>();
        for (Rows.Row row : rows.rows()) {
            Key before = keys.get(row.text("index"));
            List<String> columns = new ArrayList<>(before == null ? List.of() : before.columns());
            columns.add(row.text("column"));
            keys.put(row.text("index"), new Key(row.name("schema"), row.name("name"), columns));
        }
        return List.copyOf(keys.values());
    }

    public List<NextId> nextIds(PgSession session, CancelToken cancel) {
        return read(session, "the sequences of tables", "next_ids.sql", cancel).map(row -> {
            String last = row.textOrNull("last");
            long next = last == null ? row.number("start") : Long.parseLong(last) + row.number("increment");
            return new NextId(
                    row.name("schema"),
                    row.name("name"),
                    row.name("sequence"),
                    row.flag("readable") ? OptionalLong.of(next) : OptionalLong.empty());
        });
    }

    private static Rows read(PgSession session, String subject, String file, CancelToken cancel) {
        return session.readTogether(List.of(new Query(subject, SqlText.of("managed/" + file), List.of())), cancel)
                .get(0);
    }
}

package dev.plumbline.catalog.structure;

import dev.plumbline.catalog.SqlText;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.structure.TableSize;
import dev.plumbline.pg.PgSession;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;
import java.util.List;
import java.util.OptionalLong;

/** Reads the sizes of all ordinary tables: {@code pg_total_relation_size} (PostgreSQL manual 9.27.7) and {@code pg_class.reltuples}. */
public final class TableSizeReader {
    public List<TableSize> read(PgSession session, CancelToken cancel) {
        Query query = new Query("the sizes of the tables", SqlText.of("structure/table_sizes.sql"), List.of());
        return session.readTogether(List.of(query), cancel).get(0).map(TableSizeReader::size);
    }

    private static TableSize size(Rows.Row row) {
        return new TableSize(
                row.name("schema"),
                row.name("name"),
                row.number("bytes"),
                row.textOrNull("rows") == null ? OptionalLong.empty() : OptionalLong.of(row.number("rows")));
    }
}

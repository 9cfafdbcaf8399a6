package dev.plumbline.pg;

import dev.plumbline.job.CancelToken;
import java.util.List;

/** One question to a server, for tests. */
final class Asked {
    private Asked() {}

    /** The first column of the first row. */
    static String one(PgSession session, String sql, CancelToken cancel) {
        Query query = new Query("a test", "SELECT CAST(x.* AS text) AS answer FROM (" + sql + ") x", List.of());
        return session.readTogether(List.of(query), cancel).get(0).only().text("answer");
    }

    static String show(PgSession session, String setting) {
        Query query =
                new Query("a setting", "SELECT pg_catalog.current_setting('" + setting + "') AS answer", List.of());
        return session.ask(List.of(query), new CancelToken()).get(0).only().text("answer");
    }
}

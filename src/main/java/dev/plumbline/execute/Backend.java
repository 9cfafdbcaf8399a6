package dev.plumbline.execute;

import dev.plumbline.model.Visible;
import dev.plumbline.pg.Rows;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Another session as the server tells of it ({@code pg_stat_activity}, manual 27.2.3); what this login may not see is null, and {@code hidden} tells that there is such. */
record Backend(
        long pid,
        @Nullable String user,
        @Nullable String application,
        @Nullable String client,
        @Nullable String since,
        @Nullable String state,
        @Nullable String query,
        boolean hidden) {
    /**
     * What {@link #of} reads besides {@code since}, of an {@code activity} that may have no row for {@code pid}: a prepared transaction has
     * pid 0.
     */
    static final String COLUMNS = """
            pid,
            activity.usename AS "user",
            activity.application_name AS application,
            pg_catalog.host(activity.client_addr) AS client,
            activity.state AS state,
            CASE WHEN activity.state IS NOT NULL THEN pg_catalog.left(activity.query, 2000) END AS query,
            activity.pid IS NOT NULL AND activity.backend_start IS NULL AS hidden""";

    static Backend of(Rows.Row row) {
        return new Backend(
                row.number("pid"),
                row.textOrNull("user"),
                row.textOrNull("application"),
                row.textOrNull("client"),
                row.textOrNull("since"),
                row.textOrNull("state"),
                row.textOrNull("query"),
                row.flag("hidden"));
    }

    String shown() {
        return shown(SessionOrigins.UNKNOWN);
    }

    /** With what stands behind the address. */
    String shown(SessionOrigins origins) {
        if (pid == 0) {
            return "a prepared transaction (pg_prepared_xacts)";
        }
        StringJoiner words = new StringJoiner(", ");
        words.add("session " + pid);
        add(words, "user ", user);
        add(words, "application ", application);
        add(words, "from ", client);
        add(words, "", client == null ? null : origins.of(client).orElse(null));
        if (hidden) {
            words.add(
                    "from an address that this login may not see, nor since when and what it runs (that takes pg_read_all_stats)");
        }
        if (since != null) {
            words.add("since " + since + " UTC");
        }
        add(words, "", state);
        if (query != null && !query.isBlank()) {
            words.add(("active".equals(state) ? "runs " : "last ran ") + QueryText.shown(query));
        }
        return words.toString();
    }

    private static void add(StringJoiner words, String before, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            words.add(before + Visible.text(value));
        }
    }
}

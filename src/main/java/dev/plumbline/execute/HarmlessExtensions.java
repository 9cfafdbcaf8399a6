package dev.plumbline.execute;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Name;
import dev.plumbline.pg.PgSession;
import dev.plumbline.pg.Query;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Extensions of the server's own contrib that are there to be installed and are not yet, by whether they are trusted (PostgreSQL 13, manual 38.17).
 * Others are never tried: what their scripts and libraries do need not end with the transaction.
 */
public final class HarmlessExtensions {
    private static final String AVAILABLE = """
            SELECT v.name, v.trusted
              FROM pg_catalog.pg_available_extension_versions AS v
              JOIN pg_catalog.pg_available_extensions AS e
                ON e.name OPERATOR(pg_catalog.=) v.name AND e.default_version OPERATOR(pg_catalog.=) v.version
             WHERE e.installed_version IS NULL
               AND v.name OPERATOR(pg_catalog.=) ANY (CAST('{citext,cube,fuzzystrmatch,hstore,intarray,isn,lo,ltree,pg_trgm,seg,tablefunc,unaccent,
                   amcheck,pageinspect,pg_buffercache,pg_freespacemap,pgrowlocks,pgstattuple,pg_visibility}' AS pg_catalog.name[]))
             ORDER BY v.name""";

    private HarmlessExtensions() {}

    /** At most one for each of trusted and not. */
    public static Map<Boolean, Name> read(PgSession session, CancelToken cancel) {
        Map<Boolean, Name> found = new TreeMap<>();
        session.readTogether(List.of(new Query("the available extensions", AVAILABLE, List.of())), cancel)
                .get(0)
                .rows()
                .forEach(row -> found.putIfAbsent(row.flag("trusted"), row.name("name")));
        return found;
    }
}

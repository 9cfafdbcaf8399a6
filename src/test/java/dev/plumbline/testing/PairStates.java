package dev.plumbline.testing;

import dev.plumbline.catalog.structure.StructureReader;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.operation.structure.MaterializeSql;
import dev.plumbline.operation.structure.SqlFile;
import dev.plumbline.pg.ServerPools;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the schemas of {@link SchemaPair} are on the newest server: each is made and read when a test first asks for it, and kept, since several tests ask for all of them. Roles that
 * a text misses are made, as its project's own tests do.
 */
public final class PairStates {
    private static final Pattern MISSING_ROLE = Pattern.compile("role \"(.+)\" does not exist");
    private static final Map<String, StructureSnapshot> LIVE = new ConcurrentHashMap<>();
    private static final Map<String, StructureSnapshot> WRITTEN = new ConcurrentHashMap<>();

    private PairStates() {}

    /** As psql makes it as a superuser. */
    public static StructureSnapshot live(Psql psql, String sql) throws IOException, InterruptedException {
        StructureSnapshot known = LIVE.get(sql);
        if (known == null) {
            TestPostgres server = TestPostgres.newest();
            String database = load(psql, server, sql);
            known = read(server, database);
            server.dropDatabase(database);
            LIVE.put(sql, known);
        }
        return known;
    }

    /**
     * As the scratch server of the newest version makes it.
     *
     * @throws dev.plumbline.model.ProblemException for what may not be run there
     */
    public static StructureSnapshot written(MaterializeSql materialize, String sql) {
        StructureSnapshot known = WRITTEN.get(sql);
        if (known == null) {
            known = materialize
                    .read(
                            List.of(new SqlFile("pair.sql", sql)),
                            TestPostgres.newest().major(),
                            new CancelToken())
                    .structure();
            WRITTEN.put(sql, known);
        }
        return known;
    }

    /** A database of its own that a text was run in. */
    public static String load(Psql psql, TestPostgres server, String sql) throws IOException, InterruptedException {
        String database = server.freshDatabase("pair");
        Psql.Answer loaded = psql.run(server, server.superuser(), database, sql, "-v", "ON_ERROR_STOP=1");
        Matcher missed = MISSING_ROLE.matcher(loaded.output());
        if (missed.find()) {
            makeRole(server, missed.group(1));
            server.dropDatabase(database);
            return load(psql, server, sql);
        }
        if (loaded.exitCode() != 0) {
            throw new AssertionError(loaded.output());
        }
        return database;
    }

    /** Another lane may make it at the same time. */
    private static synchronized void makeRole(TestPostgres server, String role) {
        String quoted = "\"" + role.replace("\"", "\"\"") + "\"";
        if (server.query("postgres", "SELECT 1 FROM pg_roles WHERE rolname = '" + role.replace("'", "''") + "'")
                .isEmpty()) {
            server.execute("postgres", "CREATE ROLE " + quoted);
        }
    }

    public static StructureSnapshot read(TestPostgres server, String database) {
        CancelToken cancel = new CancelToken();
        try (ServerPools pools = new ServerPools()) {
            return pools.read(
                    TestTargets.superuser(server, database),
                    cancel,
                    session -> new StructureReader().read(session, cancel));
        }
    }
}

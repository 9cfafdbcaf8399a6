package dev.plumbline.bench;

import dev.plumbline.access.EffectivePrivileges;
import dev.plumbline.access.HolderSets;
import dev.plumbline.access.RoleSet;
import dev.plumbline.catalog.AccessReader;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.AccessScope;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.Privilege;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.Dsn;
import dev.plumbline.pg.ServerPools;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Compares the whole relation matrix of a database with {@code has_table_privilege}: for each relation and privilege the list of its holders, as the server
 * makes it and as we do. On a database of thousands of
 * roles a third argument N takes every Nth relation. For databases whose role names are ASCII. Arguments: a connection string, the same
 * database as a JDBC address, and N.
 */
public final class MatrixAgainstServer {
    private static final List<Privilege> ON_TABLES = List.of(
            Privilege.SELECT,
            Privilege.INSERT,
            Privilege.UPDATE,
            Privilege.DELETE,
            Privilege.TRUNCATE,
            Privilege.REFERENCES,
            Privilege.TRIGGER);

    private MatrixAgainstServer() {}

    public static void main(String[] arguments) throws SQLException {
        ConnectionTarget target = Dsn.parse(arguments[0], Map.of(), Path.of("/"));
        CancelToken cancel = new CancelToken();
        AccessSnapshot snapshot;
        try (ServerPools pools = new ServerPools()) {
            snapshot =
                    pools.read(target, cancel, session -> new AccessReader().read(session, AccessScope.GRANTS, cancel));
        }
        int every = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
        long begun = System.nanoTime();
        Map<String, String> said = server(arguments[1], every);
        System.out.printf("the server answered in %.1f s%n", (System.nanoTime() - begun) / 1e9);
        compare(snapshot, said, every);
    }

    private static Map<String, String> server(String address, int every) throws SQLException {
        Map<String, String> said = new HashMap<>();
        try (Connection connection = DriverManager.getConnection(address);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT c.oid || ' ' || p, md5(string_agg(r.rolname, ',' ORDER BY r.rolname COLLATE "C"))
                          FROM pg_class c, unnest(ARRAY['SELECT','INSERT','UPDATE','DELETE','TRUNCATE','REFERENCES','TRIGGER']) p, pg_roles r
                         WHERE c.relkind IN ('r','p','v','m','f')
                           AND c.relnamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
                           AND c.relnamespace::regnamespace::text !~ '^pg_(toast|temp)'
                           AND has_table_privilege(r.oid, c.oid, p)
                           AND c.oid::bigint %% %d = 0
                         GROUP BY 1""".formatted(every))) {
            while (rows.next()) {
                said.put(rows.getString(1), rows.getString(2));
            }
        }
        return said;
    }

    private static void compare(AccessSnapshot snapshot, Map<String, String> said, int every) {
        HolderSets sets = new HolderSets(EffectivePrivileges.of(snapshot), ON_TABLES);
        long cells = 0;
        int lists = 0;
        int wrong = 0;
        for (DatabaseObject object : snapshot.of(ObjectKind.RELATION)) {
            if (object.oid() % every != 0) {
                continue;
            }
            sets.fill(object);
            for (int place = 0; place < ON_TABLES.size(); place++) {
                String key = object.oid() + " " + ON_TABLES.get(place).word();
                String theirs = said.remove(key);
                String ours = digest(snapshot, sets.holders(place));
                wrong += ours.equals(theirs == null ? digest(List.of()) : theirs) ? 0 : 1;
                cells += snapshot.roles().known();
                lists++;
            }
        }
        System.out.printf(
                "%,d cells in %,d lists of holders compared: %d lists differ, %d only the server has%n",
                cells, lists, wrong, said.size());
    }

    private static String digest(AccessSnapshot snapshot, RoleSet holders) {
        List<String> names = new ArrayList<>();
        for (int role = holders.next(0); role >= 0; role = holders.next(role + 1)) {
            names.add(snapshot.roles().role(role).name().text());
        }
        return digest(names);
    }

    private static String digest(List<String> names) {
        try {
            String joined = String.join(",", names.stream().sorted().toList());
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(joined.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has MD5", missing);
        }
    }
}

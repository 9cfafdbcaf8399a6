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
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares the whole relation matrix of a database, cell by cell, with {@code has_table_privilege}: the server is asked role by role, which is the order in
 * which it answers from its cache of memberships. Arguments: a connection string and the same database as a JDBC address.
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
        List<DatabaseObject> relations = snapshot.of(ObjectKind.RELATION).stream()
                .sorted(Comparator.comparingLong(DatabaseObject::oid))
                .toList();
        List<List<BitSet>> ours = ours(snapshot, relations);
        compare(snapshot, relations, ours, arguments[1]);
    }

    /** For each privilege and role the places of the relations that the role may do it on. */
    private static List<List<BitSet>> ours(AccessSnapshot snapshot, List<DatabaseObject> relations) {
        List<List<BitSet>> matrix = ON_TABLES.stream()
                .map(privilege -> Stream.generate(BitSet::new)
                        .limit(snapshot.roles().known())
                        .toList())
                .toList();
        HolderSets sets = new HolderSets(EffectivePrivileges.of(snapshot), ON_TABLES);
        for (int relation = 0; relation < relations.size(); relation++) {
            sets.fill(relations.get(relation));
            for (int place = 0; place < ON_TABLES.size(); place++) {
                RoleSet holders = sets.holders(place);
                for (int role = holders.next(0); role >= 0; role = holders.next(role + 1)) {
                    matrix.get(place).get(role).set(relation);
                }
            }
        }
        return matrix;
    }

    private static void compare(
            AccessSnapshot snapshot, List<DatabaseObject> relations, List<List<BitSet>> ours, String address)
            throws SQLException {
        Map<String, Integer> numbers = new HashMap<>();
        for (int role = 0; role < snapshot.roles().known(); role++) {
            numbers.put(snapshot.roles().role(role).name().text(), role);
        }
        String oids = relations.stream()
                .map(relation -> String.valueOf(relation.oid()))
                .collect(Collectors.joining(",", "{", "}"));
        long begun = System.nanoTime();
        long cells = 0;
        long held = 0;
        long wrong = 0;
        try (Connection connection = DriverManager.getConnection(address);
                PreparedStatement statement = connection.prepareStatement("""
                        SELECT r.rolname, (SELECT string_agg(CASE WHEN has_table_privilege(r.oid, o, p) THEN '1' ELSE '0' END, '' ORDER BY n)
                                             FROM unnest(CAST(? AS oid[])) WITH ORDINALITY AS c (o, n)), p
                          FROM pg_roles r, unnest(CAST(? AS text[])) p""")) {
            connection.setAutoCommit(false);
            statement.setFetchSize(50);
            statement.setString(1, oids);
            statement.setString(2, ON_TABLES.stream().map(Privilege::word).collect(Collectors.joining(",", "{", "}")));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    BitSet said = bits(rows.getString(2));
                    BitSet mine = ours.get(ON_TABLES.indexOf(Privilege.ofWord(rows.getString(3))))
                            .get(Objects.requireNonNull(numbers.get(rows.getString(1))));
                    cells += relations.size();
                    held += said.cardinality();
                    said.xor(mine);
                    wrong += said.cardinality();
                }
            }
        }
        System.out.printf(
                "%,d cells compared (%,d held): %,d differ; the server and the comparison took %.1f s%n",
                cells, held, wrong, (System.nanoTime() - begun) / 1e9);
    }

    private static BitSet bits(String digits) {
        BitSet bits = new BitSet(digits.length());
        for (int place = digits.indexOf('1'); place >= 0; place = digits.indexOf('1', place + 1)) {
            bits.set(place);
        }
        return bits;
    }
}

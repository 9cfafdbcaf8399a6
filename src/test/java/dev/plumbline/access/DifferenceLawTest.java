package dev.plumbline.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.access.change.AccessChange;
import dev.plumbline.access.change.ChangeOwner;
import dev.plumbline.access.change.GrantPrivileges;
import dev.plumbline.access.change.GrantRole;
import dev.plumbline.access.change.InheritByRole;
import dev.plumbline.access.change.PrivilegeDifference;
import dev.plumbline.access.change.RevokeRole;
import dev.plumbline.model.AccessScope;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Membership;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.RoleIndex;
import dev.plumbline.testing.Oracles;
import dev.plumbline.testing.Psql;
import dev.plumbline.testing.TestPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A difference looks only where something may have moved; here every role is looked up on every object of random states, before and after random changes. */
class DifferenceLawTest {
    private static final int CHANGES = 60;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "PostgreSQL {0}")
    @ValueSource(ints = {15, 18})
    void itIsWhatLookingEverywhereFinds(int major) throws Exception {
        TestPostgres server = TestPostgres.apart(major);
        try {
            String database = server.freshDatabase("law");
            Path state = Oracles.folder("pg-privileges").resolve("states-pg15").resolve("fuzz5.sql");
            Psql.in(folder).run(server, server.superuser(), database, Files.readString(state));
            AccessSnapshot before = ListedCells.read(server, database, AccessScope.EVERY_CELL);
            Random random = new Random(major);
            int cells = 0;
            for (int number = 0; number < CHANGES; number++) {
                AccessSnapshot after = before;
                List<AccessChange> changes = new ArrayList<>();
                for (int one = 0; one <= number % 3; one++) {
                    AccessChange change = change(after, random);
                    changes.add(change);
                    after = change.applyTo(after);
                }
                PrivilegeDifference found = PrivilegeDifference.between(before, after);
                assertThat(told(found)).as(changes.toString()).isEqualTo(everywhere(before, after));
                assertThat(told(PrivilegeDifference.between(after, before)))
                        .as("back: " + changes)
                        .isEqualTo(everywhere(after, before));
                cells += found.cells();
            }
            assertThat(cells).isGreaterThan(CHANGES);
            System.out.println("[difference] PostgreSQL " + major + ": " + CHANGES + " times random changes, " + cells
                    + " cells, as looking everywhere finds");
        } finally {
            server.stop();
        }
    }

    private static AccessChange change(AccessSnapshot snapshot, Random random) {
        Name role =
                snapshot.roles().role(random.nextInt(snapshot.roles().known())).name();
        Name member =
                snapshot.roles().role(random.nextInt(snapshot.roles().known())).name();
        List<Membership> edges = snapshot.catalog().memberships();
        DatabaseObject object =
                snapshot.objects().get(random.nextInt(snapshot.objects().size()));
        return switch (random.nextInt(6)) {
            case 0 ->
                GrantRole.inheriting(role, member, snapshot.catalog().server().login());
            case 1 -> {
                Membership edge = edges.get(random.nextInt(edges.size()));
                yield new RevokeRole(edge.role(), edge.member(), edge.grantor());
            }
            case 2 -> new InheritByRole(edges.get(random.nextInt(edges.size())).member());
            case 3 -> new ChangeOwner(object, random.nextInt(snapshot.roles().known()));
            case 4 -> {
                Name reader = Name.of(random.nextBoolean() ? "pg_read_all_data" : "pg_write_all_data");
                yield GrantRole.inheriting(
                        reader, member, snapshot.catalog().server().login());
            }
            default ->
                new GrantPrivileges(
                        object,
                        null,
                        random.nextInt(snapshot.roles().known() + 1) - 1,
                        new PrivilegeSet(object.kind().all().bits() & random.nextLong()));
        };
    }

    /** For objects and columns, a line each of role, place and what came and went; a column as far as its table's line does not say it. */
    private static Set<String> told(PrivilegeDifference difference) {
        Set<String> told = new TreeSet<>();
        difference
                .lines()
                .forEach(line -> told.add(
                        line.role() + " " + line.object().kind() + line.object().oid() + " "
                                + line.column() + " " + line.gained() + line.lost() + line.optionsGained()
                                + line.optionsLost()));
        return told;
    }

    private static Set<String> everywhere(AccessSnapshot before, AccessSnapshot after) {
        EffectivePrivileges then = EffectivePrivileges.of(before);
        EffectivePrivileges now = EffectivePrivileges.of(after);
        long maintain = ObjectKind.RELATION.privileges(after.version()).contains(Privilege.MAINTAIN)
                ? 0
                : PrivilegeSet.bit(Privilege.MAINTAIN);
        Set<String> found = new TreeSet<>();
        for (int at = 0; at < after.objects().size(); at++) {
            DatabaseObject object = after.objects().get(at);
            PrivilegeRow was = then.row(before.objects().get(at));
            PrivilegeRow is = now.row(object);
            for (int role = RoleIndex.PUBLIC; role < is.roles(); role++) {
                long[] moved = moved(was, is, role, ~maintain, new long[4]);
                add(found, role, object, "", moved);
                for (var column : after.columns()) {
                    if (object.kind() == ObjectKind.RELATION
                            && column.relation() == object.oid()
                            && column.acl() != null) {
                        PrivilegeRow columnWas = then.column(was, column);
                        PrivilegeRow columnIs = now.column(is, column);
                        add(
                                found,
                                role,
                                object,
                                column.name().text(),
                                moved(columnWas, columnIs, role, ~maintain, moved));
                    }
                }
            }
        }
        return found;
    }

    private static long[] moved(PrivilegeRow was, PrivilegeRow is, int role, long mask, long[] said) {
        return new long[] {
            is.held(role) & ~was.held(role) & mask & ~said[0],
            was.held(role) & ~is.held(role) & mask & ~said[1],
            is.grantable(role) & ~was.grantable(role) & mask & ~said[2],
            was.grantable(role) & ~is.grantable(role) & mask & ~said[3]
        };
    }

    private static void add(Set<String> found, int role, DatabaseObject object, String column, long[] moved) {
        if ((moved[0] | moved[1] | moved[2] | moved[3]) != 0) {
            found.add(role + " " + object.kind() + object.oid() + " " + column + " " + new PrivilegeSet(moved[0])
                    + new PrivilegeSet(moved[1]) + new PrivilegeSet(moved[2]) + new PrivilegeSet(moved[3]));
        }
    }
}

package dev.plumbline.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.DatabaseEntry;
import dev.plumbline.model.Membership;
import dev.plumbline.model.Name;
import dev.plumbline.model.Product;
import dev.plumbline.model.Role;
import dev.plumbline.model.RoleIndex;
import dev.plumbline.model.ServerIdentity;
import dev.plumbline.model.ServerVersion;
import dev.plumbline.model.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Closures grown by one membership are those computed anew, on role graphs by chance, circles among them. */
class AddedMembershipTest {
    private static final int GRAPHS = 120;
    private static final int JOINS = 12;

    private static ServerVersion version(String server) {
        return server.equals("cockroachdb")
                ? new ServerVersion(Product.COCKROACHDB, 250_100, "v25.1.0")
                : new ServerVersion(Product.POSTGRESQL, Integer.parseInt(server) * 10_000, server);
    }

    private static Name name(int role) {
        return Name.of(role == 0 ? "admin" : role == 1 ? "root" : role == 2 ? "pg_database_owner" : "r" + role);
    }

    private static AccessSnapshot graph(Random random, ServerVersion version, int size) {
        List<Role> roles = new ArrayList<>();
        for (int role = 0; role < size; role++) {
            roles.add(new Role(
                    20_000 + role,
                    name(role),
                    random.nextInt(15) == 0,
                    random.nextInt(4) != 0,
                    false,
                    false,
                    true,
                    false,
                    false,
                    -1,
                    null));
        }
        List<Membership> memberships = new ArrayList<>();
        for (int edge = 0; edge < size; edge++) {
            memberships.add(membership(random, size, random.nextInt(4) == 0));
        }
        ServerIdentity server =
                new ServerIdentity(version, "1", "127.0.0.1", 5432, false, 5, Name.of("a"), Name.of("r3"));
        Snapshot catalog = new Snapshot(
                server,
                new DatabaseEntry(5, Name.of("a"), name(random.nextInt(size)), null, -1, "UTF8", "C"),
                roles,
                distinct(memberships),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        return new AccessSnapshot(
                catalog,
                new RoleIndex(catalog.roles(), List.of()),
                List.of(),
                List.of(),
                true,
                Map.of(),
                Map.of(),
                List.of(),
                List.of());
    }

    private static Membership membership(Random random, int size, boolean admin) {
        return new Membership(
                name(random.nextInt(size)),
                name(random.nextInt(size)),
                name(3),
                admin,
                random.nextInt(3) != 0,
                random.nextInt(3) != 0);
    }

    /** One for each role, member and grantor, as a catalog has them. */
    private static List<Membership> distinct(List<Membership> all) {
        List<Membership> one = new ArrayList<>();
        for (Membership grant : all) {
            one.removeIf(
                    other -> other.role().equals(grant.role()) && other.member().equals(grant.member()));
            one.add(grant);
        }
        return one;
    }

    @ParameterizedTest
    @ValueSource(strings = {"13", "15", "16", "18", "cockroachdb"})
    void aClosureGrownByAMembershipIsTheOneComputedAnew(String server) {
        int grown = 0;
        for (int seed = 1; seed <= GRAPHS; seed++) {
            Random random = new Random(seed);
            int size = 4 + random.nextInt(90);
            AccessSnapshot before = graph(random, version(server), size);
            EffectivePrivileges then = EffectivePrivileges.of(before);
            for (int join = 0; join < JOINS; join++) {
                List<Membership> more = new ArrayList<>(before.catalog().memberships());
                more.add(membership(random, size, random.nextInt(6) == 0));
                AccessSnapshot after = before.withCatalog(before.catalog().withMemberships(distinct(more)));
                grown += AddedMembership.between(before, after).isPresent() ? 1 : 0;
                assertSame(then.after(before, after).closure(), RoleClosure.of(after), size, server + " seed " + seed);
            }
        }
        assertThat(grown).isGreaterThan(GRAPHS * JOINS / 2);
    }

    private static void assertSame(RoleClosure ours, RoleClosure anew, int size, String what) {
        assertThat(ours.superusers().sameAs(anew.superusers())).as(what).isTrue();
        for (int role = 0; role < size; role++) {
            assertThat(ours.holdersOf(role).sameAs(anew.holdersOf(role)))
                    .as(what)
                    .isTrue();
            assertThat(ours.membersOf(role).sameAs(anew.membersOf(role)))
                    .as(what)
                    .isTrue();
            assertThat(ours.settersOf(role).sameAs(anew.settersOf(role)))
                    .as(what)
                    .isTrue();
            assertThat(ours.adminsOf(role).sameAs(anew.adminsOf(role))).as(what).isTrue();
        }
    }
}

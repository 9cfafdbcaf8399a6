package dev.plumbline.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.SnapshotText;
import dev.plumbline.model.Name;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoleGraphTest {
    private static RoleGraph graph(String server, String... lines) {
        return RoleGraph.of(SnapshotText.parse(server, Name.of("app"), List.of(lines)));
    }

    private static Name name(String text) {
        return Name.of(text);
    }

    @Test
    void privilegesPassOnlyWhereEveryHopInherits() {
        RoleGraph graph = graph(
                "17",
                "role a LOGIN",
                "role b",
                "role c",
                "role d",
                "member a in b",
                "member b in c NOINHERIT",
                "member c in d");
        assertThat(graph.isMember(name("a"), name("d"))).isTrue();
        assertThat(graph.hasPrivilegesOf(name("a"), name("d"))).isFalse();
        assertThat(graph.hasPrivilegesOf(name("a"), name("b"))).isTrue();
        assertThat(graph.maySetRole(name("a"), name("d"))).isTrue();
        assertThat(graph.inheritedBy(name("a"))).containsExactly(name("a"), name("b"));
        assertThat(graph.shortestPath(name("a"), name("d")).orElseThrow().shown())
                .isEqualTo("a → b → c → d");
    }

    @Test
    void aSecondGrantorCanGiveWhatTheFirstWithheld() {
        RoleGraph graph = graph(
                "17",
                "role a",
                "role b",
                "role keeper",
                "member a in b by postgres NOINHERIT SET",
                "member a in b by keeper INHERIT NOSET ADMIN");
        assertThat(graph.parentsOf(name("a"))).singleElement().satisfies(link -> {
            assertThat(link.options()).isEqualTo("INHERIT SET ADMIN");
            assertThat(link.grants()).hasSize(2);
        });
        assertThat(graph.hasPrivilegesOf(name("a"), name("b"))).isTrue();
        assertThat(graph.maySetRole(name("a"), name("b"))).isTrue();
        assertThat(graph.isAdminOf(name("a"), name("b"))).isTrue();
    }

    @Test
    void before16TheMembersOwnAttributeDecides() {
        RoleGraph graph = graph("15", "role a NOINHERIT", "role b", "role c", "member a in b", "member b in c");
        assertThat(graph.hasPrivilegesOf(name("a"), name("b"))).isFalse();
        assertThat(graph.hasPrivilegesOf(name("b"), name("c"))).isTrue();
        assertThat(graph.maySetRole(name("a"), name("c"))).isTrue();
    }

    @Test
    void aCircleEndsAndIsNoMembershipInOneself() {
        RoleGraph graph = graph("17", "role a", "role b", "role c", "member a in b", "member b in c", "member c in a");
        assertThat(graph.hasPrivilegesOf(name("a"), name("c"))).isTrue();
        assertThat(graph.paths(name("a"), name("c"), 10)).hasSize(1);
        assertThat(graph.isGrantedMember(name("a"), name("a"))).isFalse();
        assertThat(graph.inheritedBy(name("b"))).containsExactlyInAnyOrder(name("a"), name("b"), name("c"));
    }

    @Test
    void allPathsComeShortestFirstAndNoneTwice() {
        RoleGraph graph = graph(
                "17",
                "role a",
                "role b",
                "role c",
                "role d",
                "role dead",
                "member a in b",
                "member b in d",
                "member a in c NOSET",
                "member c in b",
                "member a in d",
                "member a in dead");
        assertThat(graph.paths(name("a"), name("d"), 10))
                .extracting(MembershipPath::shown)
                .containsExactly("a → d", "a → b → d", "a → c → b → d");
        assertThat(graph.paths(name("a"), name("d"), 2)).hasSize(2);
        assertThat(graph.paths(name("a"), name("d"), 10).get(2).maySet()).isFalse();
    }

    @Test
    void aSuperuserIsInEveryRoleButNotByGrant() {
        RoleGraph graph = graph("17", "role b");
        assertThat(graph.isMember(name("postgres"), name("b"))).isTrue();
        assertThat(graph.isAdminOf(name("postgres"), name("b"))).isTrue();
        assertThat(graph.isGrantedMember(name("postgres"), name("b"))).isFalse();
        assertThat(graph.shortestPath(name("postgres"), name("b"))).isEmpty();
    }

    @Test
    void theGrantorIsTheNearestHolderOfAdminWhosePrivilegesAreInherited() {
        RoleGraph graph = graph(
                "17",
                "role a",
                "role keepers",
                "role far",
                "role r",
                "member a in keepers",
                "member keepers in r ADMIN NOINHERIT",
                "member a in far NOINHERIT",
                "member far in r ADMIN");
        assertThat(graph.grantorFor(name("a"), name("r"))).contains(name("keepers"));
        assertThat(graph.grantorFor(name("far"), name("r"))).contains(name("far"));
    }

    @Test
    void theDatabaseOwnerIsInPgDatabaseOwnerWithoutAGrant() {
        RoleGraph graph =
                graph("17", "role boss", "owner boss", "role pg_database_owner", "role x", "member x in boss");
        assertThat(graph.hasPrivilegesOf(name("x"), name("pg_database_owner"))).isTrue();
        assertThat(graph.parentsOf(name("boss")))
                .singleElement()
                .satisfies(link -> assertThat(link.implicit()).isTrue());
        assertThat(RoleGraph.isPredefined(name("pg_database_owner"))).isTrue();
    }

    @Test
    void onCockroachMembersOfAdminHoldEverything() {
        RoleGraph graph = graph(
                "cockroachdb",
                "role admin",
                "role a NOINHERIT",
                "role b",
                "member a in b NOINHERIT",
                "member b in admin");
        assertThat(graph.isSuperuser(name("a"))).isTrue();
        assertThat(graph.hasPrivilegesOf(name("a"), name("b"))).isTrue();
        assertThat(graph.isSuperuser(name("root"))).isTrue();
    }
}

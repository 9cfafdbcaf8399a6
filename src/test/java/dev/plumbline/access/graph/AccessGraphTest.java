package dev.plumbline.access.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Gap;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.OwnershipModel;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessGraphTest {
    private static final OwnershipModel NOTHING = new OwnershipModel.None();

    private static GraphNode node(AccessGraph graph, String id) {
        return graph.nodes().get(graph.place(id).orElseThrow());
    }

    private static List<String> edges(AccessGraph graph, Standing standing) {
        return graph.edges().stream()
                .filter(edge -> edge.standing() == standing)
                .map(edge -> graph.from(edge).shown() + " " + edge.label() + " "
                        + graph.to(edge).shown())
                .toList();
    }

    @Test
    void rolesStandInTheColumnOfWhatTheyAre() {
        AccessGraph graph = AccessGraph.of(GraphWorlds.small().snapshot(), NOTHING);
        assertThat(node(graph, "role:app_v3").lane()).isEqualTo(Lane.LOGINS);
        assertThat(node(graph, "role:billing_readers").lane()).isEqualTo(Lane.GROUPS);
        assertThat(node(graph, "role:db_billing_owner").lane()).isEqualTo(Lane.OWNERS);
        assertThat(node(graph, "role:db_billing_owner").detail()).isEqualTo("owns 31 tables, 1 schema…");
        assertThat(node(graph, "role:postgres").superuser()).isTrue();
        assertThat(node(graph, "role:reporting").detail()).isEqualTo("login · NOINHERIT");
        assertThat(node(graph, "role:pg_monitor").lane()).isEqualTo(Lane.PREDEFINED);
        assertThat(node(graph, "target:tables:ledger").shown()).isEqualTo("ledger.tables[31]");
        assertThat(graph.counts()).isEqualTo(new GraphCounts(11, 6, 0));
    }

    @Test
    void aPredefinedRoleThatNothingLeadsToIsLeftOut() {
        AccessGraph graph = AccessGraph.of(GraphWorlds.small().snapshot(), NOTHING);
        assertThat(graph.place("role:pg_read_all_data")).isEmpty();
        assertThat(graph.place("role:pg_database_owner")).isPresent();
    }

    @Test
    void edgesCarryOptionsAndLettersAndOnHowManyObjects() {
        AccessGraph graph = AccessGraph.of(
                GraphWorlds.small()
                        .object(ObjectKind.RELATION, "ledger", "secret", "db_billing_owner")
                        .snapshot(),
                NOTHING);
        assertThat(edges(graph, Standing.LIVE))
                .contains(
                        "reporting I S A billing_readers",
                        "app_v2 I billing_readers",
                        "billing_readers r 31/32 ledger.tables[32]",
                        "db_billing_owner owns ledger.tables[32]",
                        "PUBLIC X ledger.routines[1]");
    }

    @Test
    void aDroppedGranteeIsShownByItsOid() {
        AccessGraph graph = AccessGraph.of(
                new AccessWorld("x").schema("s", "postgres", "nobody here=U").snapshot(), NOTHING);
        assertThat(node(graph, "oid:54321").kind()).isEqualTo(NodeKind.UNREAD);
        assertThat(edges(graph, Standing.LIVE)).contains("dropped role (oid 54321) U schema s");
    }

    @Test
    void theDeclarationMarksWhatIsMissingAndWhatContradicts() {
        AccessGraph graph = AccessGraph.of(GraphWorlds.small().snapshot(), GraphWorlds.BILLING);
        assertThat(node(graph, "role:db_billing_app").standing()).isEqualTo(Standing.ADDED);
        assertThat(edges(graph, Standing.ADDED))
                .containsExactlyInAnyOrder(
                        "db_billing_app I S db_billing_owner", "db_billing_owner owns database billing");
        assertThat(edges(graph, Standing.REMOVED)).containsExactly("postgres owns database billing");
        assertThat(graph.counts().differing()).isEqualTo(4);
    }

    @Test
    void aMembershipThatDoesNotInheritContradictsTheOneThatIsDeclared() {
        AccessGraph graph = AccessGraph.of(
                GraphWorlds.small()
                        .role("db_billing_app", "LOGIN")
                        .member("db_billing_app", "db_billing_owner", "NOINHERIT")
                        .databaseOwner("db_billing_owner")
                        .snapshot(),
                GraphWorlds.BILLING);
        assertThat(edges(graph, Standing.REMOVED)).containsExactly("db_billing_app S db_billing_owner");
        assertThat(edges(graph, Standing.ADDED)).containsExactly("db_billing_app I S db_billing_owner");
    }

    @Test
    void aDeclaredMembershipIsThereWhenItLeadsThroughOthers() {
        AccessGraph graph = AccessGraph.of(
                GraphWorlds.small()
                        .role("db_billing_app", "LOGIN")
                        .member("db_billing_app", "billing_writers")
                        .databaseOwner("db_billing_owner")
                        .snapshot(),
                GraphWorlds.BILLING);
        assertThat(graph.counts().differing()).isZero();
        assertThat(edges(graph, Standing.AGREED))
                .contains("db_billing_app I S billing_writers", "billing_writers I S db_billing_owner");
    }

    @Test
    void whatAGapCouldHideIsUnknownAndNotMissing() {
        AccessGraph graph = AccessGraph.of(
                GraphWorlds.small().gap(Gap.MEMBERSHIPS).gap(Gap.ROLES).snapshot(), GraphWorlds.BILLING);
        assertThat(node(graph, "role:db_billing_app").standing()).isEqualTo(Standing.UNKNOWN);
        assertThat(edges(graph, Standing.UNKNOWN)).containsExactly("db_billing_app I S db_billing_owner");
    }

    @Test
    void aDirectOwnerIsExpectedToOwnTheDatabase() {
        AccessGraph graph =
                AccessGraph.of(GraphWorlds.small().snapshot(), new OwnershipModel.Direct(Name.of("app_v2")));
        assertThat(edges(graph, Standing.ADDED)).containsExactly("app_v2 owns database billing");
    }

    @Test
    void neighboursAreCountedInHopsAndNotThroughObjects() {
        AccessGraph graph = AccessGraph.of(GraphWorlds.small().snapshot(), NOTHING);
        assertThat(graph.around("role:app_v3", 1).nodes())
                .extracting(GraphNode::shown)
                .containsExactlyInAnyOrder("app_v3", "billing_writers");
        assertThat(graph.around("role:app_v3", 5).place("role:grafana")).isEmpty();
        assertThat(graph.around("role:nobody", 1)).isSameAs(graph);
    }

    @Test
    void manyMembersOfAGroupAreOneNodeUntilItIsOpened() {
        AccessWorld world = new AccessWorld("x").role("g");
        for (int number = 0; number < 30; number++) {
            world.role("u_" + number, "LOGIN").member("u_" + number, "g");
        }
        AccessGraph graph = AccessGraph.of(world.snapshot(), NOTHING);
        AccessGraph folded = graph.folded(400, Set.of());
        assertThat(node(folded, "members:role:g").shown()).isEqualTo("30 logins");
        assertThat(folded.nodes()).hasSize(5);
        assertThat(folded.edges().stream().filter(edge -> edge.count() == 30)).hasSize(1);
        assertThat(folded.placeOfRole(graph.nodes()
                        .get(graph.place("role:u_7").orElseThrow())
                        .roles()
                        .get(0)))
                .isEqualTo(folded.place("members:role:g"));
        assertThat(graph.folded(400, Set.of("members:role:g")).nodes()).hasSize(34);
    }

    @Test
    void theLargestGraphFoldsIntoFewHundredNodesThatStandForAllRoles() {
        AccessGraph graph = AccessGraph.of(GraphWorlds.large().snapshot(), NOTHING);
        assertThat(graph.counts().roles()).isEqualTo(2_000);
        assertThat(graph.edges().size()).isBetween(19_000, 24_000);
        AccessGraph folded = graph.folded(400, Set.of());
        assertThat(folded.nodes()).hasSizeLessThanOrEqualTo(400);
        assertThat(folded.nodes().stream()
                        .filter(node -> node.kind() != NodeKind.PUBLIC)
                        .mapToInt(node -> node.roles().size())
                        .sum())
                .isEqualTo(2_000);
    }
}

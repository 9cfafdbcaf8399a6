package dev.plumbline.ui.roles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.access.graph.AccessGraph;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Membership;
import dev.plumbline.model.Name;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.ui.roles.EdgeChanges.Edge;
import dev.plumbline.ui.roles.EdgeChanges.Offer;
import dev.plumbline.ui.sample.AccessWorld;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is offered for a membership is what one statement of the connected login can do. */
class EdgeChangesTest {
    private static final Name APP = Name.of("app");
    private static final Name GROUP = Name.of("group");

    private static AccessGraph graph(AccessSnapshot snapshot, OwnershipModel declared) {
        return AccessGraph.of(snapshot, declared);
    }

    private static AccessSnapshot member(boolean inherit) {
        return new AccessWorld("billing")
                .role("app", true)
                .role("group", false)
                .member("app", "group", inherit)
                .snapshot();
    }

    private static List<String> offers(AccessSnapshot snapshot) {
        AccessGraph graph = graph(snapshot, new OwnershipModel.None());
        Edge edge = EdgeChanges.around(graph, "role:app").get(0);
        return EdgeChanges.offers(snapshot, edge).stream()
                .map(offer -> statement(snapshot, offer))
                .toList();
    }

    private static String statement(AccessSnapshot snapshot, Offer offer) {
        return offer.change().statements(snapshot).get(0).text();
    }

    @Test
    void aMembershipIsEndedOrItsOptionsTurned() {
        assertThat(offers(member(true)))
                .containsExactly(
                        "REVOKE \"group\" FROM \"app\" GRANTED BY \"postgres\"",
                        "GRANT \"group\" TO \"app\" WITH INHERIT FALSE, SET TRUE",
                        "GRANT \"group\" TO \"app\" WITH INHERIT TRUE, SET FALSE");
        assertThat(offers(member(false))).contains("GRANT \"group\" TO \"app\" WITH INHERIT TRUE, SET TRUE");
    }

    @Test
    void anOptionThatAnotherGrantorKeepsOnIsNotOfferedToBeTurnedOff() {
        AccessSnapshot one = member(true);
        List<Membership> grants = new ArrayList<>();
        grants.add(new Membership(GROUP, APP, Name.of("other"), false, true, true));
        AccessSnapshot byOther = one.withCatalog(one.catalog().withMemberships(grants));
        assertThat(offers(byOther)).containsExactly("REVOKE \"group\" FROM \"app\" GRANTED BY \"other\"");
        grants.add(new Membership(GROUP, APP, Name.of("postgres"), false, true, true));
        AccessSnapshot byBoth = one.withCatalog(one.catalog().withMemberships(grants));
        assertThat(offers(byBoth)).containsExactly("REVOKE \"group\" FROM \"app\"");
    }

    @Test
    void aDeclaredMembershipThatIsMissingIsOfferedFirst() {
        OwnershipModel.Auto declared =
                new OwnershipModel.Auto(Name.of("billing"), GROUP, APP, List.of(Name.of("public")));
        AccessSnapshot without = new AccessWorld("billing")
                .role("app", true)
                .role("group", false)
                .snapshot();
        Edge missing =
                EdgeChanges.around(graph(without, declared), "role:group").get(0);
        assertThat(missing.link()).isNull();
        assertThat(EdgeChanges.offers(without, missing))
                .singleElement()
                .satisfies(offer -> assertThat(statement(without, offer))
                        .isEqualTo("GRANT \"group\" TO \"app\" WITH INHERIT TRUE, SET TRUE"));
    }

    @Test
    void aRoleMayJoinNeitherItselfNorItsMembersNorWhatItIsInAlready() {
        AccessSnapshot snapshot = member(true);
        AccessGraph graph = graph(snapshot, new OwnershipModel.None());
        assertThat(EdgeChanges.joinable(snapshot, graph.roles(), APP)).doesNotContain(APP, GROUP);
        assertThat(EdgeChanges.joinable(snapshot, graph.roles(), GROUP)).doesNotContain(APP, GROUP);
        assertThat(EdgeChanges.joinable(snapshot, graph.roles(), APP)).contains(Name.of("pg_read_all_data"));
        assertThat(EdgeChanges.role(graph, "role:nobody")).isEmpty();
    }
}

package dev.plumbline.access.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.access.EffectivePrivileges;
import dev.plumbline.access.MembershipPath;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.OwnershipModel;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GraphSearchTest {
    private final AccessSnapshot snapshot = GraphWorlds.small()
            .member("app_v3", "db_billing_owner", "NOINHERIT")
            .snapshot();
    private final AccessGraph graph = AccessGraph.of(snapshot, new OwnershipModel.None());
    private final GraphSearch search = new GraphSearch(graph, EffectivePrivileges.of(snapshot));

    @Test
    void nothingAskedLightsEverything() {
        assertThat(search.find("  ").all()).isTrue();
    }

    @Test
    void aRoleIsFoundByPartOfItsName() {
        assertThat(search.find("role:APP_").nodes()).containsExactlyInAnyOrder("role:app_v2", "role:app_v3");
    }

    @Test
    void wordsNarrow() {
        assertThat(search.find("login noinherit").nodes()).containsExactly("role:reporting");
        assertThat(search.find("zzz").words()).isEqualTo("Nothing holds “zzz”.");
    }

    @Test
    void aSchemaLightsWhatLivesInItAndWhoHoldsIt() {
        Found found = search.find("schema:audit");
        assertThat(found.nodes())
                .containsExactlyInAnyOrder(
                        "target:schema:audit", "target:tables:audit", "role:postgres", "role:grafana");
        assertThat(found.edges()).contains("grant role:grafana → target:tables:audit");
    }

    @Test
    void allPathsAreListedShortestFirst() {
        Found found = search.find("path:app_v3->db_billing_owner");
        assertThat(found.paths())
                .extracting(MembershipPath::shown)
                .containsExactly("app_v3 → db_billing_owner", "app_v3 → billing_writers → db_billing_owner");
        assertThat(found.nodes())
                .containsExactlyInAnyOrder("role:app_v3", "role:billing_writers", "role:db_billing_owner");
        assertThat(found.words()).isEqualTo("2 paths from app_v3 to db_billing_owner.");
        assertThat(search.find("path:app_v3 → grafana").words())
                .isEqualTo("No membership leads from app_v3 to grafana.");
        assertThat(search.find("path:nobody->grafana").words()).isEqualTo("There is no role “nobody”.");
        assertThat(search.find("path:").words()).isEqualTo("Write it as path:member->role.");
    }

    @Test
    void aPathMayLeadToAnObject() {
        Found found = search.find("path:reporting->ledger.t_4");
        assertThat(found.nodes())
                .containsExactlyInAnyOrder("role:reporting", "role:billing_readers", "target:tables:ledger");
        assertThat(found.paths()).hasSize(1);
        assertThat(search.find("path:grafana->audit.t_1").words()).startsWith("grafana holds audit.t_1 itself.");
    }

    @Test
    void holdersOfAPrivilegeAreTheEffectiveOnes() {
        Found found = search.find("can:insert ledger.t_4");
        assertThat(found.nodes())
                .containsExactlyInAnyOrder(
                        "role:app_v3",
                        "role:app_v2",
                        "role:billing_writers",
                        "role:db_billing_owner",
                        "role:postgres",
                        "target:tables:ledger");
        assertThat(found.words()).isEqualTo("5 roles may INSERT ledger.t_4.");
        assertThat(search.find("can:execute ledger.post").words()).startsWith("Everybody may EXECUTE");
        assertThat(search.find("can:fly ledger.t_4").words()).isEqualTo("There is no privilege “fly”.");
        assertThat(search.find("can:usage ledger.t_4").words()).isEqualTo("USAGE is no privilege on ledger.t_4.");
        assertThat(search.find("can:select nothing").words()).isEqualTo("There is no object “nothing”.");
    }

    @Test
    void aFoldedRoleIsFoundInItsBundle() {
        AccessWorld world = new AccessWorld("x").role("g");
        for (int number = 0; number < 30; number++) {
            world.role("u_" + number, "LOGIN").member("u_" + number, "g");
        }
        AccessSnapshot many = world.snapshot();
        AccessGraph folded = AccessGraph.of(many, new OwnershipModel.None()).folded(400, Set.of());
        GraphSearch inside = new GraphSearch(folded, EffectivePrivileges.of(many));
        assertThat(inside.find("role:u_17").nodes()).containsExactly("members:role:g");
        assertThat(inside.find("path:u_17->g").edges()).hasSize(1);
    }
}

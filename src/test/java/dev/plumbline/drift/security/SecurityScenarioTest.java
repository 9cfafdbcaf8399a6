package dev.plumbline.drift.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.Scenario;
import dev.plumbline.model.Secret;
import dev.plumbline.model.Sql;
import dev.plumbline.testing.TestPostgres;
import dev.plumbline.testing.TestTargets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every scenario of the checks of roles and grants, on servers of their own: roles are the whole server's. */
class SecurityScenarioTest {
    private static final Map<Integer, TestPostgres> SERVERS = new TreeMap<>();
    private static final List<Integer> MAJORS = List.of(13, 16, 18);

    @AfterAll
    static void stop() {
        SERVERS.values().forEach(TestPostgres::stop);
        SERVERS.clear();
    }

    private static TestPostgres server(int major) {
        return SERVERS.computeIfAbsent(major, TestPostgres::apart);
    }

    @TestFactory
    Stream<DynamicTest> everyScenarioIsFoundAndItsHealthyNeighbourIsNot() {
        return MAJORS.stream()
                .flatMap(major -> Scenario.ofSecurity().stream()
                        .map(scenario -> DynamicTest.dynamicTest(
                                scenario.name() + " on " + major, () -> check(scenario, major))));
    }

    private static void check(Scenario scenario, int major) {
        try (SecurityDatabase database = new SecurityDatabase(server(major))) {
            database.execute(scenario.expected("setup", major));
            List<SecurityFinding> found = of(scenario.code(), database.findings());
            List<SecurityFinding> left = found;
            try {
                List<Sql> fix = found.stream()
                        .flatMap(finding -> finding.fix().stream())
                        .toList();
                database.execute(fix.stream().map(Sql::text).toList());
                left = of(scenario.code(), database.findings());
            } finally {
                database.execute(scenario.expected("cleanup", major));
            }
            assertThat(FindingText.lines(found)).containsExactlyElementsOf(scenario.expected("results", major));
            assertThat(found).isNotEmpty();
            for (String healthy : healthyOf(scenario)) {
                assertThat(found)
                        .as(healthy)
                        .allSatisfy(finding -> assertThat(finding.objects()).doesNotContain(healthy));
            }
            assertThat(left)
                    .as("after the fix")
                    .containsExactlyElementsOf(found.stream()
                            .filter(finding -> finding.fix().isEmpty())
                            .toList());
        }
    }

    private static List<String> healthyOf(Scenario scenario) {
        return List.of(scenario.head().getOrDefault("healthy", "").split(", "));
    }

    private static List<SecurityFinding> of(String code, List<SecurityFinding> findings) {
        return findings.stream().filter(finding -> finding.code().equals(code)).toList();
    }

    @Test
    void everyHealthyNeighbourIsMadeByItsScenario() {
        for (Scenario scenario : Scenario.ofSecurity()) {
            String setup = String.join("\n", scenario.setup());
            assertThat(healthyOf(scenario)).allSatisfy(healthy -> {
                String bare = healthy.replaceAll("^(table|schema|policy|routine) (public\\.)?", "")
                        .replaceAll("[( ].*", "");
                assertThat(bare.equals("postgres") || setup.contains(bare))
                        .as(scenario.name() + ": " + healthy)
                        .isTrue();
            });
        }
    }

    @TestFactory
    Stream<DynamicTest> aDatabaseAsTheServerMakesItHasNothingButItsDefaults() {
        return MAJORS.stream()
                .map(major -> DynamicTest.dynamicTest("on " + major, () -> {
                    try (SecurityDatabase database = new SecurityDatabase(server(major))) {
                        assertThat(database.findings())
                                .extracting(SecurityFinding::code)
                                .containsExactlyElementsOf(
                                        major < 15 ? List.of("SEC-405", "SEC-419") : List.of("SEC-419"));
                    }
                }));
    }

    @Test
    void whoHasARoleFromOneThatLosesAdminKeepsItWithEveryOption() {
        Scenario scenario = Scenario.ofSecurity().stream()
                .filter(one -> one.code().equals("SEC-427"))
                .findFirst()
                .orElseThrow();
        String memberships =
                "SELECT member::regrole || ' ' || bool_or(admin_option) || ' ' || bool_or(inherit_option) || ' '"
                        + " || bool_or(set_option) FROM pg_auth_members WHERE roleid = 'sec_owner'::regrole GROUP BY member ORDER BY 1";
        try (SecurityDatabase database = new SecurityDatabase(server(18))) {
            database.execute(scenario.expected("setup", 18));
            database.execute(List.of("GRANT sec_owner TO sec_below WITH INHERIT FALSE GRANTED BY sec_chief"));
            assertThat(server(18).query(SecurityDatabase.NAME, memberships))
                    .containsExactly(
                            "sec_below false false true", "sec_chief true true true", "sec_member false true true");
            of("SEC-427", database.findings())
                    .forEach(finding -> database.execute(
                            finding.fix().stream().map(Sql::text).toList()));
            assertThat(server(18).query(SecurityDatabase.NAME, memberships))
                    .containsExactly(
                            "sec_below false false true", "sec_chief false true true", "sec_member false true true");
        }
    }

    @Test
    void nothingIsProposedAgainstTheLoginThatReadsNorOnTheWordOfOneDatabaseAmongSeveral() {
        try (SecurityDatabase database = new SecurityDatabase(server(18))) {
            database.execute(List.of(
                    "CREATE ROLE sec_root LOGIN SUPERUSER PASSWORD 'root'",
                    "CREATE ROLE sec_left_over",
                    "CREATE ROLE sec_other LOGIN"));
            String other = server(18).freshDatabase("other");
            server(18).execute("postgres", "ALTER DATABASE " + other + " OWNER TO sec_other");
            List<SecurityFinding> findings = database.findings(
                    TestTargets.login(server(18), SecurityDatabase.NAME, "sec_root", new Secret("root")));
            server(18).dropDatabase(other);
            assertThat(FindingText.lines(of("SEC-409", findings)))
                    .first()
                    .asString()
                    .startsWith("SEC-409 HIGH: Login sec_root, which read this, is a superuser");
            assertThat(of("SEC-424", findings))
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.sentence())
                            .endsWith("in this database; others of this server were not looked into."));
            assertThat(findings)
                    .filteredOn(finding -> List.of("SEC-409", "SEC-424").contains(finding.code()))
                    .allSatisfy(finding -> assertThat(finding.fix()).isEmpty());
            assertThat(of("SEC-402", findings)).isEmpty();
        }
    }

    @Test
    void whatTheLoginMayNotReadIsUnknownAndNothingIsGuessedFromIt() {
        try (SecurityDatabase database = new SecurityDatabase(server(18))) {
            database.execute(List.of(
                    "CREATE ROLE blind LOGIN PASSWORD 'blind'",
                    "CREATE TABLE silent (id int)",
                    "ALTER TABLE silent ENABLE ROW LEVEL SECURITY",
                    "CREATE ROLE sec_root LOGIN SUPERUSER",
                    "REVOKE SELECT ON pg_catalog.pg_policy, pg_catalog.pg_proc, pg_catalog.pg_language,"
                            + " pg_catalog.pg_class FROM PUBLIC"));
            List<SecurityFinding> findings = database.findings(
                    TestTargets.login(server(18), SecurityDatabase.NAME, "blind", new Secret("blind")));
            assertThat(findings)
                    .filteredOn(SecurityFinding::isUnknown)
                    .extracting(SecurityFinding::code)
                    .contains("SEC-402", "SEC-406", "SEC-407", "SEC-412", "SEC-414", "SEC-416", "SEC-418", "SEC-425")
                    .doesNotContain("SEC-409", "SEC-420", "SEC-421");
            assertThat(findings)
                    .filteredOn(finding -> !finding.isUnknown())
                    .extracting(SecurityFinding::code)
                    .contains("SEC-409")
                    .doesNotContain("SEC-414", "SEC-424");
            assertThat(findings)
                    .filteredOn(SecurityFinding::isUnknown)
                    .extracting(SecurityFinding::unknownBecause)
                    .allMatch(because -> because.contains("permission denied") && because.endsWith("(42501)"));
        }
    }
}

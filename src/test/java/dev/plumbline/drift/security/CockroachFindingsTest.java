package dev.plumbline.drift.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.access.EffectivePrivileges;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Product;
import dev.plumbline.model.Role;
import dev.plumbline.model.ServerIdentity;
import dev.plumbline.model.ServerVersion;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.Sql;
import dev.plumbline.testing.CockroachReading;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The checks of roles and grants on a recorded CockroachDB; nothing here ran against a live CockroachDB. */
class CockroachFindingsTest {
    /** Those that ask there what they ask on PostgreSQL. */
    private static final Set<String> ASKED = Set.of(
            "SEC-401", "SEC-402", "SEC-404", "SEC-405", "SEC-409", "SEC-410", "SEC-411", "SEC-417", "SEC-418",
            "SEC-420", "SEC-424", "SEC-427");

    private final AccessSnapshot read = CockroachReading.access();

    CockroachFindingsTest() throws IOException {}

    private static List<SecurityFinding> found(AccessSnapshot snapshot) {
        return SecurityChecks.run(snapshot, EffectivePrivileges.of(snapshot), Instant.parse("2026-01-01T00:00:00Z"));
    }

    private static Set<String> codes(List<SecurityFinding> findings) {
        return findings.stream().map(SecurityFinding::code).collect(Collectors.toSet());
    }

    private AccessSnapshot on(int number, String text) {
        Snapshot catalog = read.catalog();
        ServerIdentity then = catalog.server();
        return read.withCatalog(new Snapshot(
                new ServerIdentity(
                        new ServerVersion(Product.COCKROACHDB, number, text),
                        then.systemIdentifier(),
                        then.address(),
                        then.port(),
                        then.replica(),
                        then.databaseOid(),
                        then.database(),
                        then.login()),
                catalog.database(),
                catalog.roles(),
                catalog.memberships(),
                catalog.schemas(),
                catalog.defaultPrivileges(),
                catalog.objects(),
                catalog.gaps()));
    }

    @Test
    void noCheckThatIsNotAskedPassesInSilence() {
        List<SecurityFinding> findings = found(read);
        Set<String> silentOrFound = SecurityChecks.all().stream()
                .map(SecurityCheck::code)
                .filter(code ->
                        findings.stream().noneMatch(finding -> finding.code().equals(code) && !finding.isFound()))
                .collect(Collectors.toSet());
        assertThat(ASKED).containsAll(silentOrFound);
        assertThat(codes(findings.stream().filter(SecurityFinding::isFound).toList()))
                .isSubsetOf(ASKED);
        assertThat(findings.stream().filter(finding -> !finding.applies()))
                .hasSize(14)
                .allSatisfy(finding -> assertThat(finding.sentence())
                        .contains("\" does not apply on CockroachDB: ")
                        .endsWith("."));
        assertThat(findings)
                .last()
                .satisfies(finding -> assertThat(finding.applies()).isFalse());
    }

    @Test
    void rowSecurityIsUnknownWhereTheServerHasIt() {
        List<SecurityFinding> later = found(on(250_200, "v25.2.0"));
        assertThat(codes(later.stream().filter(SecurityFinding::isUnknown).toList()))
                .contains("SEC-414", "SEC-415", "SEC-416", "SEC-422");
        assertThat(codes(later.stream().filter(finding -> !finding.applies()).toList()))
                .hasSize(10)
                .doesNotContain("SEC-414");
    }

    @Test
    void nothingIsStagedAndStatementsAreThereOnlyWhereTheServerTakesThem() {
        assertThat(found(read))
                .allSatisfy(finding -> assertThat(finding.changes()).isEmpty());
        assertThat(found(read).stream()
                        .flatMap(finding -> finding.fix().stream())
                        .map(Sql::text))
                .contains("REVOKE \"admin\" FROM \"boss\"", "REVOKE CREATE ON SCHEMA \"public\" FROM PUBLIC")
                .noneMatch(statement -> statement.contains("OWNER TO") || statement.contains("SUPERUSER"));
        assertThat(found(read).stream().filter(finding -> finding.code().equals("SEC-420")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.sentence())
                        .isEqualTo("Login plumb creates, alters and drops every role that is not in admin."));
    }

    @Test
    void aPastValidityIsFoundInTheServersOwnText() {
        Snapshot catalog = read.catalog();
        AccessSnapshot past = read.withCatalog(catalog.withRoles(catalog.roles().stream()
                .map(role -> role.name().text().equals("db_billing_app") ? expired(role) : role)
                .toList()));
        assertThat(found(past).stream().filter(finding -> finding.code().equals("SEC-411")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.fix())
                        .extracting(Sql::text)
                        .containsExactly("REVOKE \"db_billing_owner\" FROM \"db_billing_app\""));
    }

    private static Role expired(Role role) {
        return new Role(
                role.oid(),
                role.name(),
                role.superuser(),
                role.inherit(),
                role.createRole(),
                role.createDatabase(),
                role.login(),
                role.replication(),
                role.bypassRowSecurity(),
                role.connectionLimit(),
                "2025-06-01 00:00:00+00:00");
    }
}

package dev.plumbline.kube.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.DeclaredInstance;
import dev.plumbline.model.DeclaredInstance.SecretRef;
import dev.plumbline.model.DriftPolicy;
import dev.plumbline.model.InstanceRef;
import dev.plumbline.model.SslMode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstanceResourceTest {
    private static final InstanceRef OWN = new InstanceRef("infra", "pg-main");
    private static final InstanceRef SHARED = new InstanceRef("", "shared");
    private static final Map<String, String> KEYS = Map.of("username", "username", "password", "password");

    private static DeclaredInstance declared(InstanceRef ref, String connection, String rest) {
        return InstanceResource.declared(
                ref,
                Yaml.node("spec: {engine: postgres, connection: {host: h, port: 5432, database: postgres, " + connection
                        + "}" + (rest.isEmpty() ? "" : ", " + rest) + "}"));
    }

    @Test
    void aPlainInstanceHasTheDefaults() {
        assertThat(declared(OWN, "secretRef: {name: s}", ""))
                .isEqualTo(new DeclaredInstance(
                        OWN,
                        "postgres",
                        "h",
                        5432,
                        "postgres",
                        new SecretRef("infra", "s", KEYS),
                        SslMode.PREFER,
                        null,
                        10,
                        null,
                        "",
                        "",
                        List.of(),
                        List.of()));
    }

    @Test
    void statusAndPolicyAreRead() {
        DeclaredInstance instance = InstanceResource.declared(
                OWN,
                Yaml.node(
                        "spec: {engine: mysql, driftPolicy: {mode: ignore}}\nstatus: {phase: Failed, message: gone}"));
        assertThat(instance.driftPolicy()).isEqualTo(new DriftPolicy("ignore", "8h", "DatabaseInstance infra/pg-main"));
        assertThat(instance.statusPhase()).isEqualTo("Failed");
        assertThat(instance.statusMessage()).isEqualTo("gone");
        assertThat(instance.supportsDefaultPrivileges()).isFalse();
    }

    @Test
    void anExistingSecretWorksLikeASecretRef() {
        assertThat(declared(OWN, "existingSecret: {name: e, namespace: vault, keys: {username: u}}", "")
                        .credentials())
                .isEqualTo(new SecretRef("vault", "e", Map.of("username", "u", "password", "password")));
    }

    @Test
    void whereBothAreThereTheSecretRefWinsAndThatIsSaid() {
        DeclaredInstance instance = declared(OWN, "secretRef: {name: s}, existingSecret: {name: e}", "");
        assertThat(instance.credentials()).isEqualTo(new SecretRef("infra", "s", KEYS));
        assertThat(instance.problems()).isEmpty();
        assertThat(instance.notes()).singleElement().asString().contains("Secret s", "Secret e", "secretRef is used");
    }

    @Test
    void noCredentialsAreAProblem() {
        DeclaredInstance instance = declared(OWN, "", "");
        assertThat(instance.credentials()).isNull();
        assertThat(instance.problems()).singleElement().asString().contains("found neither");
    }

    @Test
    void aClusterInstanceMustNameTheNamespaceOfItsSecret() {
        assertThat(declared(SHARED, "secretRef: {name: s}", ""))
                .satisfies(instance -> assertThat(instance.credentials()).isNull())
                .satisfies(instance -> assertThat(instance.problems())
                        .containsExactly("ClusterDatabaseInstance shared: secretRef.namespace is required for"
                                + " cluster-scoped instances"));
        assertThat(declared(SHARED, "secretRef: {name: s, namespace: infra}", "")
                        .credentials())
                .isEqualTo(new SecretRef("infra", "s", KEYS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tls: {enabled: true, mode: verify-full} | VERIFY_FULL",
                "tls: {enabled: true, mode: require}, postgres: {sslMode: disable} | REQUIRE",
                "tls: {enabled: false, mode: disable}, postgres: {sslMode: verify-ca} | VERIFY_CA",
                "postgres: {sslMode: disable} | DISABLE",
                "postgres: {} | PREFER",
            })
    void theTlsModeIsTlsModeWhenEnabledElseSslMode(String spec, SslMode mode) {
        DeclaredInstance instance = declared(OWN, "secretRef: {name: s}", spec);
        assertThat(instance.tlsMode()).isEqualTo(mode);
        assertThat(instance.problems()).isEmpty();
        assertThat(instance.notes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tls: {enabled: true, mode: disable} | enabled is true but the mode is disable and",
                "tls: {enabled: true} | enabled is true but the mode is disable, its default, and",
                "tls: {enabled: true, mode: prefer} | expected one of disable, require, verify-ca, verify-full",
                "tls: {enabled: true, mode: [] } | expected a string, found a list",
                "postgres: {sslMode: verfy-full} | is none of disable, allow",
            })
    void aContradictionIsAProblemAndNeverPlaintext(String spec, String words) {
        DeclaredInstance instance = declared(OWN, "secretRef: {name: s}", spec);
        assertThat(instance.tlsMode()).isEqualTo(SslMode.REQUIRE);
        assertThat(instance.problems()).anyMatch(problem -> problem.contains(words));
    }

    @Test
    void aModeThatDoesNotCountIsNoted() {
        DeclaredInstance instance = declared(OWN, "secretRef: {name: s}", "tls: {mode: verify-full}");
        assertThat(instance.tlsMode()).isEqualTo(SslMode.PREFER);
        assertThat(instance.notes())
                .singleElement()
                .asString()
                .contains("spec.tls.mode is verify-full but spec.tls.enabled is not true");
    }

    @Test
    void theTlsSecretIsLookedForBesideTheCredentials() {
        DeclaredInstance instance = declared(
                OWN,
                "secretRef: {name: s, namespace: vault}",
                "tls: {enabled: true, mode: verify-ca, secretRef: {name: t, keys: {ca: root.pem, cert: ''}}}");
        assertThat(instance.tlsSecret()).isEqualTo(new SecretRef("vault", "t", Map.of("ca", "root.pem")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | spec.engine: expected a string, found nothing.",
                "{engine: oracle} | spec.engine: expected one of postgres",
                "{connection: {port: 0}} | spec.connection.port: expected a number from 1 to 65535, found 0.",
                "{connection: {port: '5432'}} | spec.connection.port: expected a whole number, found the string \"5432\".",
                "{connection: {port: 1.5}} | spec.connection.port: expected a whole number, found the number 1.5.",
                "{connection: {}} | spec.connection.port: expected a number from 1 to 65535, found nothing.",
                "{connection: {}} | spec.connection.host: expected a string, found nothing.",
                "{connection: {}} | spec.connection.database: expected a string, found nothing.",
                "{postgres: {connectTimeout: 0}} | spec.postgres.connectTimeout: expected a number from 1",
                "{connection: {secretRef: {}}} | spec.connection.secretRef.name: expected a string, found nothing.",
            })
    void everyMalformedFieldIsASentence(String spec, String sentence) {
        assertThat(InstanceResource.declared(OWN, Yaml.node("spec: " + spec)).problems())
                .anyMatch(problem -> problem.startsWith(sentence));
    }

    @Test
    void aNumberOfAWrongTypeIsOneSentenceAndNotTwo() {
        assertThat(InstanceResource.declared(OWN, Yaml.node("spec: {connection: {port: '5432'}}"))
                        .problems())
                .filteredOn(problem -> problem.contains("port"))
                .hasSize(1);
    }
}

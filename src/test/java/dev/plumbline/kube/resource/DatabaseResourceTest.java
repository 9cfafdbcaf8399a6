package dev.plumbline.kube.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.model.Condition;
import dev.plumbline.model.DeclaredDatabase;
import dev.plumbline.model.DriftDiff;
import dev.plumbline.model.DriftPolicy;
import dev.plumbline.model.DriftStatus;
import dev.plumbline.model.InstanceRef;
import dev.plumbline.model.Name;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.ResourceRef;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseResourceTest {
    private static final ResourceRef REF =
            new ResourceRef("prod", "dbops.dbprovision.io", "databases", "team-a", "billing");

    private static DeclaredDatabase declared(String spec) {
        return DatabaseResource.declared(
                REF, Yaml.node("metadata: {uid: u-1, resourceVersion: '7', generation: 3}\nspec: " + spec));
    }

    private static OwnershipModel ownership(String spec) {
        return declared("{instanceRef: {name: i}, name: billing, " + spec + "}").ownership();
    }

    @Test
    void everyPartOfAFullResourceIsRead() {
        DeclaredDatabase database = DatabaseResource.declared(REF, Yaml.node("""
                        metadata:
                          uid: u-1
                          resourceVersion: "42"
                          generation: 5
                          annotations: {dbops.dbprovision.io/allow-destructive-drift: "true"}
                        spec:
                          instanceRef: {name: pg-main, namespace: infra}
                          name: billing
                          driftPolicy: {mode: correct, interval: 30m}
                          postgres:
                            schemas: [{name: ledger}, {name: audit}]
                            ownership: {autoOwnership: true}
                        status:
                          phase: Ready
                          observedGeneration: 4
                          message: fine
                          database: {name: billing, owner: postgres}
                          postgres: {ownership: {phase: Failed}}
                          drift:
                            detected: true
                            lastChecked: "2026-03-18T10:30:00Z"
                            diffs:
                            - {field: ownership.role, expected: a, actual: <missing>}
                            - {field: ownership.dbOwner, expected: a, actual: b, destructive: true, immutable: true}
                          conditions:
                          - {type: Ready, status: "True", reason: Done, message: m, lastTransitionTime: t}
                        """));
        assertThat(database)
                .isEqualTo(new DeclaredDatabase(
                        REF,
                        "u-1",
                        "42",
                        5,
                        "billing",
                        new InstanceRef("infra", "pg-main"),
                        new OwnershipModel.Auto(
                                Name.of("billing"),
                                Name.of("db_billing_owner"),
                                Name.of("db_billing_app"),
                                List.of(Name.of("audit"), Name.of("ledger"))),
                        new DriftPolicy("correct", "30m", "Database team-a/billing"),
                        Map.of("dbops.dbprovision.io/allow-destructive-drift", "true"),
                        "Ready",
                        4,
                        "fine",
                        "Failed",
                        "postgres",
                        new DriftStatus(
                                true,
                                "2026-03-18T10:30:00Z",
                                List.of(
                                        new DriftDiff("ownership.role", "a", "<missing>", false),
                                        new DriftDiff("ownership.dbOwner", "a", "b", true))),
                        List.of(new Condition("Ready", "True", "Done", "m", "t")),
                        List.of()));
    }

    @Test
    void aMissingDetectedMeansNoDrift() {
        JsonNode resource = Yaml.node("metadata: {uid: u, resourceVersion: '1'}\n"
                + "spec: {instanceRef: {name: i}, name: b}\nstatus: {drift: {lastChecked: t}}");
        assertThat(DatabaseResource.declared(REF, resource).statusDrift())
                .isEqualTo(new DriftStatus(false, "t", List.of()));
    }

    @Test
    void publicIsAlwaysASchemaAndComesFirst() {
        assertThat(
                        ownership(
                                "postgres: {ownership: {autoOwnership: true}, schemas: [{name: z}, {name: a}, {name: public}]}"))
                .isEqualTo(new OwnershipModel.Auto(
                        Name.of("billing"),
                        Name.of("db_billing_owner"),
                        Name.of("db_billing_app"),
                        List.of(Name.of("public"), Name.of("a"), Name.of("z"))));
    }

    @Test
    void theNamesMayBeGivenAndAreCutTo63Bytes() {
        String sixty = "n".repeat(62) + "ää";
        assertThat(ownership("postgres: {ownership: {autoOwnership: true, roleName: " + sixty + ", userName: me}}"))
                .isInstanceOfSatisfying(OwnershipModel.Auto.class, auto -> {
                    assertThat(auto.ownerRole()).isEqualTo(Name.of("n".repeat(62)));
                    assertThat(auto.appUser()).isEqualTo(Name.of("me"));
                });
    }

    @Test
    void aLongDatabaseNameMakesTheCutNamesCollide() {
        String name = "d".repeat(63);
        DeclaredDatabase database =
                declared("{instanceRef: {name: i}, name: " + name + ", postgres: {ownership: {autoOwnership: true}}}");
        assertThat(database.problems()).isEmpty();
        assertThat(database.ownership())
                .isInstanceOfSatisfying(
                        OwnershipModel.Auto.class,
                        auto -> assertThat(auto.namesCollide()).isTrue());
    }

    @Test
    void autoOwnershipComesBeforeTheOwnerWhichComesBeforeNothing() {
        assertThat(ownership("owner: me, postgres: {ownership: {autoOwnership: true}}"))
                .isInstanceOf(OwnershipModel.Auto.class);
        assertThat(ownership("owner: me, postgres: {ownership: {autoOwnership: false, roleName: x}}"))
                .isEqualTo(new OwnershipModel.Direct(Name.of("me")));
        assertThat(ownership("postgres: {}")).isEqualTo(new OwnershipModel.None());
        assertThat(ownership("postgres: {ownership: {autoOwnership: true, setDefaultPrivileges: false}}"))
                .isEqualTo(new OwnershipModel.DefaultPrivilegesOff(
                        Name.of("db_billing_owner"), Name.of("db_billing_app")));
    }

    @Test
    void aClusterInstanceHasNoNamespaceAndAnInstanceTheResourcesOwn() {
        assertThat(declared("{clusterInstanceRef: {name: shared}, name: b}").instance())
                .isEqualTo(new InstanceRef("", "shared"));
        assertThat(declared("{instanceRef: {name: i}, name: b}").instance()).isEqualTo(new InstanceRef("team-a", "i"));
        assertThat(declared("{instanceRef: {name: i, namespace: ''}, name: b}").instance())
                .isEqualTo(new InstanceRef("team-a", "i"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{name: b} | spec.instanceRef: either instanceRef or clusterInstanceRef must be specified.",
                "{instanceRef: {name: i}, clusterInstanceRef: {name: c}, name: b}"
                        + "| spec.instanceRef: instanceRef and clusterInstanceRef are mutually exclusive.",
                "{instanceRef: {}, name: b} | spec.instanceRef.name: expected a string, found nothing.",
                "{instanceRef: i, name: b} | spec.instanceRef: expected an object, found the string \"i\".",
                "{instanceRef: {name: i}} | spec.name: expected a string, found nothing.",
                "{instanceRef: {name: i}, name: 5} | spec.name: expected a string, found the number 5.",
                "{instanceRef: {name: i}, name: ''} | spec.name: expected a string, found an empty one.",
                "{instanceRef: {name: i}, name: b, owner: []} | spec.owner: expected a string, found a list.",
                "{instanceRef: {name: i}, name: b, postgres: {ownership: {autoOwnership: 'yes'}}}"
                        + "| spec.postgres.ownership.autoOwnership: expected true or false, found the string \"yes\".",
                "{instanceRef: {name: i}, name: b, postgres: {ownership: true}}"
                        + "| spec.postgres.ownership: expected an object, found true.",
                "{instanceRef: {name: i}, name: b, postgres: {schemas: {}}}"
                        + "| spec.postgres.schemas: expected a list, found an object.",
                "{instanceRef: {name: i}, name: b, postgres: {schemas: [{name: a}, x]}}"
                        + "| spec.postgres.schemas[1]: expected an object, found the string \"x\".",
                "{instanceRef: {name: i}, name: b, postgres: {schemas: [{}]}}"
                        + "| spec.postgres.schemas[0].name: expected a string, found nothing.",
                "{instanceRef: {name: i}, name: b, driftPolicy: {mode: fix}}"
                        + "| spec.driftPolicy.mode: expected one of ignore, detect, correct, found \"fix\".",
                "{instanceRef: {name: i}, name: b, driftPolicy: {interval: 1d}}"
                        + "| spec.driftPolicy.interval: expected a duration such as 8h, found \"1d\".",
            })
    void everyMissingOrWrongTypedFieldIsASentenceWithItsPath(String spec, String sentence) {
        assertThat(declared(spec).problems()).contains(sentence);
    }

    @Test
    void namesThatNoServerCanStoreAreProblems() {
        ObjectMapper json = new ObjectMapper();
        ObjectNode resource = json.createObjectNode();
        resource.putObject("metadata").put("uid", "u").put("resourceVersion", "1");
        ObjectNode spec = resource.putObject("spec").put("name", "b\u0000c");
        spec.putObject("instanceRef").put("name", "i");
        ObjectNode postgres = spec.putObject("postgres");
        postgres.putObject("ownership").put("autoOwnership", true).put("roleName", "\uD800");
        postgres.putArray("schemas").addObject().put("name", "s".repeat(64));
        DeclaredDatabase database = DatabaseResource.declared(REF, resource);
        assertThat(database.ownership()).isEqualTo(new OwnershipModel.None());
        assertThat(database.problems())
                .anyMatch(problem -> problem.startsWith("spec.name: The name \"b\\u{0000}c\" holds a NUL"))
                .anyMatch(
                        problem -> problem.startsWith("spec.postgres.ownership.roleName: ") && problem.contains("half"))
                .anyMatch(problem ->
                        problem.startsWith("spec.postgres.schemas[0].name: ") && problem.contains("64 bytes"));
    }

    @Test
    void hostileNamesStayWhatTheyAre() {
        String name = "a\"; DROP DATABASE x; --\n/../%2F:?";
        ObjectNode resource = new ObjectMapper().createObjectNode();
        resource.putObject("metadata").put("uid", "u").put("resourceVersion", "1");
        ObjectNode spec = resource.putObject("spec").put("name", name);
        spec.putObject("instanceRef").put("name", name).put("namespace", name);
        assertThat(DatabaseResource.declared(REF, resource))
                .satisfies(database -> assertThat(database.databaseName()).isEqualTo(name))
                .satisfies(database -> assertThat(database.instance()).isEqualTo(new InstanceRef(name, name)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "x",
                "5",
                "{spec: 5, status: [], metadata: x}",
                "{spec: {postgres: 1, name: []}}"
            })
    void nothingMalformedThrows(String resource) {
        assertThat(DatabaseResource.declared(REF, Yaml.node(resource)).problems())
                .isNotEmpty();
    }

    @Test
    void aWrongTypedStatusIsSaidToo() {
        JsonNode resource = Yaml.node("metadata: {uid: u, resourceVersion: '1'}\n"
                + "spec: {instanceRef: {name: i}, name: b}\nstatus: {phase: 5, drift: {diffs: [x]}}");
        assertThat(DatabaseResource.declared(REF, resource).problems())
                .containsExactly(
                        "status.phase: expected a string, found the number 5.",
                        "status.drift.diffs[0]: expected an object, found the string \"x\".");
    }

    @Test
    void aMegabyteOfTextIsSurvivedAndCutInSentences() {
        DeclaredDatabase database =
                declared("{instanceRef: {name: i}, name: b, driftPolicy: '" + "x".repeat(1_000_000) + "'}");
        assertThat(database.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.length()).isLessThan(200));
    }
}

package dev.plumbline.kube.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.EstateResource;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EstateRowTest {
    private static EstateResource row(ResourceKind kind, String rest) {
        return EstateRow.of(
                "prod", kind, Yaml.node("metadata: {name: n, namespace: ns}\n" + rest), new InstanceEngines());
    }

    @Test
    void aDatabaseShowsItsEngineAndInstance() {
        InstanceEngines engines = new InstanceEngines();
        engines.add(Yaml.node("metadata: {name: pg, namespace: infra}\nspec: {engine: postgres}"));
        engines.add(Yaml.node("metadata: {name: shared}\nspec: {engine: cockroachdb}"));
        assertThat(EstateRow.of("prod", ResourceKind.DATABASE, Yaml.node("""
                                        metadata: {name: billing, namespace: team-a}
                                        spec: {name: billing, instanceRef: {name: pg, namespace: infra}}
                                        status: {phase: Ready, message: fine, drift: {detected: true}}
                                        """), engines))
                .satisfies(row -> assertThat(row.ref().shown()).isEqualTo("prod/team-a/billing"))
                .satisfies(row -> assertThat(row.detail()).isEqualTo("postgres on infra/pg"))
                .satisfies(row -> assertThat(row.phase()).isEqualTo("Ready"))
                .satisfies(row -> assertThat(row.message()).isEqualTo("fine"))
                .satisfies(row -> assertThat(row.driftDetected()).isTrue());
        assertThat(EstateRow.of(
                                "prod",
                                ResourceKind.DATABASE,
                                Yaml.node("metadata: {name: b}\nspec: {clusterInstanceRef: {name: shared}}"),
                                engines)
                        .detail())
                .isEqualTo("cockroachdb on shared");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DATABASE_INSTANCE | spec: {engine: postgres, connection: {host: h, port: 1}} | postgres at h:1",
                "DATABASE_USER | spec: {username: me} | user me",
                "DATABASE_ROLE | spec: {roleName: r} | role r",
                "DATABASE_GRANT | spec: {roleRef: {name: r}} | to role r",
                "DATABASE_GRANT | spec: {userRef: {name: u}} | to user u",
                "DATABASE_BACKUP | spec: {databaseRef: {name: d}} | of d",
                "DATABASE_BACKUP_SCHEDULE | spec: {schedule: 0 3 * * *} | 0 3 * * *",
                "DATABASE_RESTORE | spec: {fromPath: s3} | from s3",
                "DB_UPGRADE | spec: {migrations: {image: 'x:1'}} | x:1",
                "SCHEMA_DEFINITION | status: {pgTable: a.b_v1} | a.b_v1",
                "SCHEMA_DEFINITION | spec: {version: v1} | version v1",
                "MANAGED_DATABASE | spec: {desiredSchemaVersion: b} | version unknown, wanted b",
                "DATABASE_MIGRATION | spec: {previous: a} | after a",
            })
    void eachKindShowsWhatTellsItApart(ResourceKind kind, String rest, String detail) {
        assertThat(row(kind, rest).detail()).isEqualTo(detail);
    }

    @Test
    void withoutAPhaseTheTellingConditionSpeaks() {
        String conditions = "status: {conditions: [{type: Ready, reason: Initializing, message: r},"
                + " {type: Progressing, reason: JobPending, message: p}]}";
        assertThat(row(ResourceKind.DB_UPGRADE, conditions))
                .extracting(EstateResource::phase, EstateResource::message)
                .containsExactly("JobPending", "p");
    }

    @ParameterizedTest
    @EnumSource(ResourceKind.class)
    void aMalformedResourceIsARowWithItsTrouble(ResourceKind kind) {
        assertThat(row(kind, "spec: 5").message()).isEqualTo("spec: expected an object, found the number 5.");
    }

    @Test
    void groupAndPluralFindTheKind() {
        assertThat(Arrays.stream(ResourceKind.values()))
                .allSatisfy(kind -> assertThat(ResourceKind.of(kind.system().group(), kind.plural()))
                        .contains(kind));
        assertThat(ResourceKind.of("other.group", "databases")).isEmpty();
    }
}

package dev.plumbline.kube.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.managed.DatabaseMigration;
import dev.plumbline.model.managed.ManagedDatabase;
import dev.plumbline.model.managed.ManagedDatabase.Measures;
import dev.plumbline.model.managed.SchemaHint;
import org.junit.jupiter.api.Test;

class ManagedDatabaseResourceTest {
    @Test
    void everyFieldIsRead() {
        ManagedDatabase read = database("""
                metadata: {uid: "1", resourceVersion: "9"}
                spec:
                  desiredSchemaVersion: v2
                  connection: {dsnSecret: dsn}
                  migrationEngine: alembic
                  readonly: true
                  migrationContainerConfig: {secret: extra, volumeMount: {name: conf, mountPath: /conf}}
                  hintsEngine: {enabled: true, largetableRowsThreshold: 5}
                  exportDataMetrics:
                    tableEstimatedSize: [{tableName: a}]
                    tableNextID: [{tableName: b}]
                    sqlQuery:
                      - query: "SELECT 1;"
                        prometheusMetric: {valueType: gauge, name: one, helpString: One, extraLabels: {team: x}}
                status: {currentVersion: v1, errors: [{message: failed, temporary: true}]}
                """);
        assertThat(read.problems()).isEmpty();
        assertThat(read.container()).isEqualTo(new ManagedDatabase.ContainerConfig("extra", "conf", "/conf"));
        assertThat(read.measures())
                .extracting(ManagedDatabase.Measure::kind)
                .containsExactly(Measures.TABLE_ESTIMATED_SIZE, Measures.TABLE_NEXT_ID, Measures.SQL_QUERY);
        assertThat(read.measures().get(2).labels()).containsEntry("team", "x");
        assertThat(read.largeRows()).isEqualTo(5);
        assertThat(read.readOnly() && read.hintsEnabled() && read.hasLargeRows())
                .isTrue();
        assertThat(read.errors()).containsExactly(new ManagedDatabase.Reported("failed", true));
        assertThat(read.secretOf("v1")).isEqualTo("db-v1");
    }

    @Test
    void whatIsMissingOrNotOfThisKindIsTold() {
        ManagedDatabase read = database("""
                metadata: {uid: "1", resourceVersion: "9"}
                spec:
                  desiredVersion: v2
                  migrationEngine: liquibase
                  hintsEngine: {largeTableRowsThreshold: 5, largetableRowsThreshold: 0}
                  exportDataMetrics:
                    sqlQuery: [{query: "DELETE FROM t; SELECT 1;", prometheusMetric: {valueType: histogram, name: n}}]
                """);
        assertThat(read.problems())
                .contains(
                        "spec.desiredVersion: this kind has no such field.",
                        "spec.desiredSchemaVersion: expected a string, found nothing.",
                        "spec.connection.dsnSecret: expected a string, found nothing.",
                        "spec.migrationEngine: expected alembic, found \"liquibase\".",
                        "spec.hintsEngine.largeTableRowsThreshold: this kind has no such field.",
                        "spec.hintsEngine.largetableRowsThreshold: expected a number from 1, found 0.")
                .anyMatch(problem -> problem.contains("expected one SELECT that ends with a semicolon"))
                .anyMatch(problem -> problem.contains("found \"histogram\""));
        assertThat(read.measures().get(0).query()).isEmpty();
        assertThat(read.hasLargeRows()).isFalse();
    }

    @Test
    void hintsOfThePublishedExamplesAreUnderstoodAndTold() {
        DatabaseMigration read = DatabaseMigrationResource.declared(
                new ResourceRef("c", "g", "databasemigrations", "ns", "v2"), Yaml.node("""
                        metadata: {uid: "1", resourceVersion: "9"}
                        spec:
                          previous: 0123456789abc
                          migrationContainerSpec: {image: "i:1", command: [run], args: [it]}
                          schemaHints:
                            - {table: users, operation: addColumn, columns: [{name: c, notNullable: true}]}
                            - {tableName: users, operation: createIndex, indexType: hash}
                        """));
        assertThat(read.version()).isEqualTo("v2");
        assertThat(read.command()).containsExactly("run", "it");
        assertThat(read.hints()).extracting(SchemaHint::table).containsExactly("users", "users");
        assertThat(read.problems())
                .containsExactly(
                        "spec.previous: expected 1 to 12 characters, found 13.",
                        "spec.schemaHints[0].table: this kind has no such field.",
                        "spec.schemaHints[1].indexType: expected index or unique or fulltext, found \"hash\".");
    }

    private static ManagedDatabase database(String yaml) {
        return ManagedDatabaseResource.declared(
                new ResourceRef("c", "dbaoperator.app-sre.redhat.com", "manageddatabases", "ns", "db"),
                Yaml.node(yaml));
    }
}

package dev.plumbline.kube.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.upgrade.DbUpgrade;
import dev.plumbline.model.upgrade.LabelSelector.Expression;
import java.util.List;
import org.junit.jupiter.api.Test;

class DbUpgradeResourceTest {
    @Test
    void defaultsAreThoseOfTheDefinition() {
        DbUpgrade read = read("""
                metadata: {uid: "1", generation: 3}
                spec:
                  migrations: {image: "m:1"}
                  database: {type: awsAurora, aws: {roleArn: "arn:aws:iam::123456789012:role/a", region: r, host: h, dbName: d, username: u}}
                  checks:
                    pre:
                      minPodVersions:
                        - selector: {matchLabels: {b: "2", a: "1"}, matchExpressions: [{key: tier, operator: NotIn, values: [x, y]}]}
                          minVersion: "2"
                      metrics:
                        - {name: n, metricName: m, target: {type: External}, threshold: {operator: "<", value: 5}}
                """);
        assertThat(read.problems()).isEmpty();
        assertThat(read.dir()).isEqualTo("/migrations");
        assertThat(read.database().aws())
                .isNotNull()
                .satisfies(aws -> assertThat(aws.port()).isEqualTo(5432));
        assertThat(read.podVersions().get(0).strict()).isTrue();
        assertThat(read.podVersions().get(0).selector().query()).isEqualTo("a=1,b=2,tier notin (x,y)");
        assertThat(read.podVersions().get(0).selector().printed()).isEqualTo("map[a:1 b:2]");
        assertThat(read.podVersions().get(0).selector().expressions())
                .containsExactly(new Expression("tier", "NotIn", List.of("x", "y")));
        assertThat(read.preMetrics().get(0)).satisfies(metric -> {
            assertThat(metric.source()).isEqualTo("Custom");
            assertThat(metric.reduce()).isEqualTo("Max");
            assertThat(metric.intervalSeconds()).isEqualTo(15);
            assertThat(metric.threshold()).isPresent();
        });
        assertThat(read.isChangedSinceObserved()).isTrue();
    }

    @Test
    void whatIsMissingOrNotOfThisKindIsTold() {
        DbUpgrade read = read("""
                spec:
                  migrations: {image: "", directory: /m}
                  database: {type: oracle}
                  checks: {post: {metrics: [{name: n, metricName: m, target: {type: Pods}, threshold: {operator: "=", value: much}, reduce: Median}]}}
                  schedule: nightly
                """);
        assertThat(read.problems())
                .contains(
                        "spec.schedule: this kind has no such field.",
                        "spec.migrations.directory: this kind has no such field.",
                        "spec.migrations.image: expected a string, found an empty one.",
                        "spec.database.type: expected selfHosted, awsRds or awsAurora, found \"oracle\".")
                .anyMatch(problem -> problem.contains("expected > or >= or < or <=, found \"=\""))
                .anyMatch(problem -> problem.contains("expected a quantity, found \"much\""))
                .anyMatch(problem -> problem.contains("found \"Median\""));
    }

    private static DbUpgrade read(String yaml) {
        return DbUpgradeResource.declared(
                new ResourceRef("c", "dbupgrade.subbug.learning", "dbupgrades", "team-a", "up"), Yaml.node(yaml));
    }
}

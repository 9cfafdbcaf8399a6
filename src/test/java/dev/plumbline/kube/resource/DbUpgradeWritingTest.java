package dev.plumbline.kube.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.upgrade.DbUpgrade;
import dev.plumbline.model.upgrade.LabelSelector;
import dev.plumbline.model.upgrade.MetricCheck;
import dev.plumbline.model.upgrade.MetricTarget;
import dev.plumbline.model.upgrade.MetricTarget.ObjectRef;
import dev.plumbline.model.upgrade.PodVersionCheck;
import dev.plumbline.model.upgrade.Quantity;
import dev.plumbline.model.upgrade.UpgradeDatabase;
import dev.plumbline.model.upgrade.UpgradeDatabase.AwsDatabase;
import dev.plumbline.model.upgrade.UpgradeDatabase.UrlSecret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DbUpgradeWritingTest {
    private static final LabelSelector SELECTOR = new LabelSelector(
            Map.of("app", "no", "tier", "1.0"),
            List.of(
                    new LabelSelector.Expression("zone", "In", List.of("a", "yes")),
                    new LabelSelector.Expression("canary", "DoesNotExist", List.of())));

    @Test
    void everyFieldIsReadAgainAsItWasWritten() {
        for (UpgradeDatabase database : List.of(
                new UpgradeDatabase("selfHosted", true, new UrlSecret("db", "url", true), null),
                new UpgradeDatabase(
                        "awsAurora",
                        false,
                        null,
                        new AwsDatabase("arn:aws:iam::123456789012:role/m", "eu", "h", 5433, "shop", "u")))) {
            DbUpgrade written = upgrade("2.0", database);
            assertThat(DbUpgradeWriting.problems(written)).isEmpty();
            assertThat(DbUpgradeWriting.read(DbUpgradeWriting.yaml(written), "f", "c", ""))
                    .isEqualTo(written);
        }
    }

    @Test
    void textsThatYamlWouldTakeForSomethingElseStayTexts() {
        for (String text : List.of(
                "yes",
                "null",
                "0x10",
                "1e3",
                "> a",
                "a: b",
                "- x",
                "# c",
                "\"q\"",
                "a\nb: c",
                "~",
                "*a",
                "2026-01-01")) {
            DbUpgrade written =
                    upgrade(text, new UpgradeDatabase("selfHosted", true, new UrlSecret(text, "k", false), null));
            DbUpgrade read = DbUpgradeWriting.read(DbUpgradeWriting.yaml(written), "f", "c", "n");
            assertThat(read).isEqualTo(written);
        }
    }

    private static DbUpgrade upgrade(String text, UpgradeDatabase database) {
        return DbUpgrade.draft(
                DbUpgradeWriting.ref("c", "n", "up"),
                "registry:5000/" + text,
                "/migrations",
                database,
                List.of(new PodVersionCheck(SELECTOR, text, "cart", false, true)),
                List.of(metric(
                        "pre",
                        "Custom",
                        new MetricTarget("Pods", Optional.of(SELECTOR), Optional.empty(), false, Optional.empty()),
                        "Max",
                        0)),
                List.of(
                        metric(
                                "object",
                                "Custom",
                                new MetricTarget(
                                        "Object",
                                        Optional.empty(),
                                        Optional.of(new ObjectRef("apps/v1", "Deployment", text, false)),
                                        false,
                                        Optional.empty()),
                                "Sum",
                                60),
                        metric(
                                "external",
                                "External",
                                new MetricTarget(
                                        "External", Optional.empty(), Optional.empty(), true, Optional.of(SELECTOR)),
                                "Min",
                                0)),
                900);
    }

    private static MetricCheck metric(String name, String source, MetricTarget target, String reduce, long bake) {
        return new MetricCheck(name, source, "m", target, "<=", Quantity.parse("500m"), "500m", reduce, bake, 20);
    }
}

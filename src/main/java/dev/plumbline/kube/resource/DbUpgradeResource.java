package dev.plumbline.kube.resource;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.upgrade.DbUpgrade;
import dev.plumbline.model.upgrade.PodVersionCheck;
import dev.plumbline.model.upgrade.UpgradeDatabase;
import dev.plumbline.model.upgrade.UpgradeDatabase.AwsDatabase;
import dev.plumbline.model.upgrade.UpgradeDatabase.UrlSecret;
import java.util.ArrayList;
import java.util.List;

/** A DBUpgrade of dbupgrade.subbug.learning/v1alpha1 as what it declares; defaults are those of its definition. */
public final class DbUpgradeResource {
    private static final int POSTGRESQL_PORT = 5432;
    private static final int MAX_PORT = 65_535;

    private DbUpgradeResource() {}

    public static DbUpgrade declared(ResourceRef ref, JsonNode resource) {
        List<String> problems = new ArrayList<>();
        Fields root = Fields.of(resource, problems);
        Fields metadata = root.object("metadata");
        Fields spec = root.object("spec");
        spec.onlyKnows("migrations", "database", "checks", "runner");
        Fields migrations = spec.object("migrations");
        migrations.onlyKnows("image", "dir");
        Fields checks = spec.object("checks");
        checks.onlyKnows("pre", "post");
        Fields pre = checks.object("pre");
        pre.onlyKnows("minPodVersions", "metrics");
        Fields post = checks.object("post");
        post.onlyKnows("metrics");
        Fields runner = spec.object("runner");
        runner.onlyKnows("activeDeadlineSeconds");
        Fields status = root.object("status");
        status.onlyKnows("observedGeneration", "jobCompletedAt", "conditions");
        return new DbUpgrade(
                ref,
                metadata.text("uid"),
                metadata.number("generation", 0),
                migrations.requiredText("image"),
                migrations.text("dir", "/migrations"),
                database(spec.object("database")),
                pre.objects("minPodVersions").stream()
                        .map(DbUpgradeResource::podVersion)
                        .toList(),
                pre.objects("metrics").stream().map(MetricFields::check).toList(),
                post.objects("metrics").stream().map(MetricFields::check).toList(),
                runner.number("activeDeadlineSeconds", 0),
                status.number("observedGeneration", 0),
                status.text("jobCompletedAt"),
                StatusFields.conditions(status),
                problems);
    }

    private static UpgradeDatabase database(Fields database) {
        database.onlyKnows("type", "connection", "aws");
        String type = database.requiredText("type");
        if (!type.isEmpty()
                && !List.of(UpgradeDatabase.SELF_HOSTED, UpgradeDatabase.AWS_RDS, UpgradeDatabase.AWS_AURORA)
                        .contains(type)) {
            database.problem("type", "expected selfHosted, awsRds or awsAurora, found \"" + type + "\"");
        }
        return new UpgradeDatabase(
                type,
                database.has("connection"),
                database.object("connection")
                        .find("urlSecretRef")
                        .map(secret -> new UrlSecret(
                                secret.requiredText("name"),
                                secret.requiredText("key"),
                                secret.flag("optional", false)))
                        .orElse(null),
                database.find("aws").map(DbUpgradeResource::aws).orElse(null));
    }

    private static AwsDatabase aws(Fields aws) {
        aws.onlyKnows("roleArn", "region", "host", "port", "dbName", "username");
        String roleArn = aws.requiredText("roleArn");
        if (!roleArn.isEmpty() && !roleArn.matches("arn:aws:iam::\\d{12}:role/[\\w+=,.@-]+")) {
            aws.problem("roleArn", "expected arn:aws:iam::ACCOUNT:role/NAME, found \"" + roleArn + "\"");
        }
        return new AwsDatabase(
                roleArn,
                aws.requiredText("region"),
                aws.requiredText("host"),
                aws.number("port", POSTGRESQL_PORT, 1, MAX_PORT),
                aws.requiredText("dbName"),
                aws.requiredText("username"));
    }

    private static PodVersionCheck podVersion(Fields check) {
        check.onlyKnows("selector", "minVersion", "containerName", "strictMode", "disallowDowngrade");
        if (!check.has("selector")) {
            check.problem("selector", "expected an object, found nothing");
        }
        return new PodVersionCheck(
                SelectorFields.of(check.object("selector")),
                check.requiredText("minVersion"),
                check.text("containerName"),
                check.flag("strictMode", true),
                check.flag("disallowDowngrade", false));
    }
}

package dev.plumbline.operation.migration;

import dev.plumbline.kube.KubeCluster;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.upgrade.DbUpgrade;
import dev.plumbline.model.upgrade.UpgradeDatabase.AwsDatabase;
import dev.plumbline.model.upgrade.UpgradeDatabase.UrlSecret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The connection string of the database that a DBUpgrade names, with its password where a Secret holds one. */
record UpgradeConnection(@Nullable String dsn, List<String> notes) {
    static final UpgradeConnection NONE = new UpgradeConnection(null, List.of());

    static UpgradeConnection read(KubeCluster cluster, DbUpgrade upgrade) {
        UrlSecret secret = upgrade.database().urlSecret();
        AwsDatabase aws = upgrade.database().aws();
        if (upgrade.database().isAws() && aws != null) {
            return new UpgradeConnection(
                    rds(aws),
                    List.of("The operator logs in as " + aws.roleArn()
                            + "; here the AWS login of this machine signs, no role is assumed."));
        }
        if (secret == null || secret.name().isEmpty()) {
            throw new ProblemException(new Problem(
                    Problem.Kind.INVALID,
                    "UPG-422",
                    "Looking for the database of",
                    "DBUpgrade " + upgrade.ref().shown(),
                    "the resource names no Secret with a connection URL.",
                    "Name the database with --dsn."));
        }
        String url = cluster.readSecret(upgrade.ref().namespace(), secret.name(), secret.key(), "connection URL")
                .reveal();
        return new UpgradeConnection(url.strip(), List.of());
    }

    /** With the server's certificate checked, where the operator does not (sslmode=require). */
    private static String rds(AwsDatabase aws) {
        return "postgresql://" + encoded(aws.username()) + "@" + encoded(aws.host()) + ":" + aws.port() + "/"
                + encoded(aws.dbName()) + "?sslmode=verify-full&plumbline.iam=rds&plumbline.iam_region="
                + encoded(aws.region());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

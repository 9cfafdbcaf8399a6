package dev.plumbline.drift.gate;

import dev.plumbline.drift.gate.SpecValidation.Refusal;
import dev.plumbline.model.Condition;
import dev.plumbline.model.upgrade.DbUpgrade;
import dev.plumbline.model.upgrade.UpgradeDatabase;
import dev.plumbline.model.upgrade.UpgradeDatabase.AwsDatabase;
import dev.plumbline.model.upgrade.UpgradeDatabase.UrlSecret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What holds for a DBUpgrade whatever its checks say: what the operator's webhook keeps from being changed, and what the operator does otherwise than one would expect. */
public final class ChangeGuard {
    private ChangeGuard() {}

    /** Why the webhook would refuse any change of the spec now; empty when it would not. */
    public static Optional<String> refusal(DbUpgrade upgrade) {
        return upgrade.condition("Progressing")
                .map(Condition::status)
                .filter("True"::equals)
                .map(running -> "cannot update spec while migration is in progress (Progressing=True); wait for current"
                        + " migration to complete");
    }

    /** What the webhook would say of the spec {@code after} in place of the one {@code before}; empty where it would let it change. */
    public static List<Refusal> refusals(DbUpgrade before, DbUpgrade after) {
        if (before.hasSpecOf(after)) {
            return List.of();
        }
        List<Refusal> all = new ArrayList<>();
        refusal(before).ifPresent(text -> all.add(new Refusal("spec", text)));
        UpgradeDatabase was = before.database();
        UpgradeDatabase is = after.database();
        if (!was.type().equals(is.type())) {
            all.add(new Refusal(
                    "spec.database.type",
                    "database.type is immutable (cannot change from " + was.type() + " to " + is.type() + ")"));
        }
        UrlSecret secretWas = was.urlSecret();
        UrlSecret secretIs = is.urlSecret();
        if (was.hasConnection() != is.hasConnection() || (secretWas == null) != (secretIs == null)) {
            all.add(immutable("connection"));
        } else if (secretWas != null && secretIs != null) {
            changed(all, "connection.urlSecretRef.name", secretWas.name(), secretIs.name());
            changed(all, "connection.urlSecretRef.key", secretWas.key(), secretIs.key());
        }
        AwsDatabase awsWas = was.aws();
        AwsDatabase awsIs = is.aws();
        if ((awsWas == null) != (awsIs == null)) {
            all.add(immutable("aws"));
        } else if (awsWas != null && awsIs != null) {
            changed(all, "aws.roleArn", awsWas.roleArn(), awsIs.roleArn());
            changed(all, "aws.region", awsWas.region(), awsIs.region());
            changed(all, "aws.host", awsWas.host(), awsIs.host());
            changed(all, "aws.port", awsWas.port(), awsIs.port());
            changed(all, "aws.dbName", awsWas.dbName(), awsIs.dbName());
            changed(all, "aws.username", awsWas.username(), awsIs.username());
        }
        return all;
    }

    private static void changed(List<Refusal> all, String field, Object was, Object is) {
        if (!was.equals(is)) {
            all.add(immutable(field));
        }
    }

    private static Refusal immutable(String field) {
        return new Refusal("spec.database." + field, "database." + field + " is immutable");
    }

    public static List<String> notes() {
        return List.of(
                "database.* can never be changed after creation; image, dir, checks and runner can.",
                "The operator runs atlas migrate apply alone: no lint, and a .atlas.hcl in the image has no effect.");
    }
}

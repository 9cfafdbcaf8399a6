package dev.plumbline.drift.gate;

import dev.plumbline.model.upgrade.DbUpgrade;
import dev.plumbline.model.upgrade.MetricCheck;
import dev.plumbline.model.upgrade.MetricTarget;
import dev.plumbline.model.upgrade.PodVersionCheck;
import dev.plumbline.model.upgrade.UpgradeDatabase;
import dev.plumbline.model.upgrade.UpgradeDatabase.AwsDatabase;
import dev.plumbline.model.upgrade.UpgradeDatabase.UrlSecret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the operator's webhook says of a spec ({@code api/v1alpha1/dbupgrade_webhook.go}), its texts word for word: of each part the first thing wrong. */
public final class SpecValidation {
    private SpecValidation() {}

    /** Empty when the webhook would let it in. */
    public static Optional<String> refusal(DbUpgrade upgrade) {
        List<String> wrong = new ArrayList<>();
        database(upgrade.database()).ifPresent(wrong::add);
        podVersions(upgrade.podVersions()).ifPresent(wrong::add);
        Stream.concat(
                        upgrade.preMetrics().stream().map(metric -> metric(metric, "pre")),
                        upgrade.postMetrics().stream().map(metric -> metric(metric, "post")))
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(wrong::add);
        return wrong.isEmpty() ? Optional.empty() : Optional.of("validation failed: [" + String.join(" ", wrong) + "]");
    }

    private static Optional<String> database(UpgradeDatabase database) {
        AwsDatabase aws = database.aws();
        String text = "";
        if (database.isAws()) {
            if (aws == null && !database.hasConnection()) {
                text = "database.type=" + database.type() + " requires either aws or connection to be set";
            } else if (aws != null) {
                text = missing(aws)
                        .map(field -> "database.aws." + field + " is required when aws is specified")
                        .orElse("");
            }
        } else if (database.type().equals(UpgradeDatabase.SELF_HOSTED)) {
            if (!database.hasConnection()) {
                text = "database.type=selfHosted requires connection to be set";
            } else if (aws != null) {
                text = "database.aws should not be set for selfHosted type";
            }
        }
        if (!text.isEmpty()) {
            return Optional.of(text);
        }
        return database.hasConnection() ? connection(database) : Optional.empty();
    }

    private static Optional<String> missing(AwsDatabase aws) {
        if (aws.roleArn().isEmpty()) {
            return Optional.of("roleArn");
        }
        if (aws.region().isEmpty()) {
            return Optional.of("region");
        }
        if (aws.host().isEmpty()) {
            return Optional.of("host");
        }
        if (aws.dbName().isEmpty()) {
            return Optional.of("dbName");
        }
        return aws.username().isEmpty() ? Optional.of("username") : Optional.empty();
    }

    private static Optional<String> connection(UpgradeDatabase database) {
        UrlSecret secret = database.urlSecret();
        String field = "database.connection.urlSecretRef";
        if (secret == null) {
            return Optional.of(field + " is required when connection is specified");
        }
        if (secret.name().isEmpty()) {
            return Optional.of(field + ".name cannot be empty");
        }
        return secret.key().isEmpty() ? Optional.of(field + ".key cannot be empty") : Optional.empty();
    }

    private static Optional<String> podVersions(List<PodVersionCheck> checks) {
        for (int at = 0; at < checks.size(); at++) {
            String minimum = checks.get(at).minVersion();
            if (LenientVersion.parse(minimum).isEmpty()) {
                return Optional.of("checks.pre.minPodVersions[" + at + "].minVersion \"" + minimum
                        + "\" is not valid semver: Invalid Semantic Version");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> metric(MetricCheck check, String stage) {
        return target(check.target())
                .or(() -> check.threshold().filter(value -> !value.isZero()).isPresent()
                        ? Optional.empty()
                        : Optional.of("threshold.value cannot be empty"))
                .map(text -> stage + "-check metric \"" + check.name() + "\": " + text);
    }

    private static Optional<String> target(MetricTarget target) {
        boolean pods = target.pods().isPresent();
        boolean object = target.object().isPresent();
        String type = "target.type=" + target.type();
        return switch (target.type()) {
            case MetricTarget.PODS ->
                !pods
                        ? Optional.of(type + " requires target.pods to be set")
                        : object
                                ? not(type, "object")
                                : target.hasExternal() ? not(type, "external") : Optional.empty();
            case MetricTarget.OBJECT ->
                !object
                        ? Optional.of(type + " requires target.object to be set")
                        : pods ? not(type, "pods") : target.hasExternal() ? not(type, "external") : Optional.empty();
            case MetricTarget.EXTERNAL -> pods ? not(type, "pods") : object ? not(type, "object") : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<String> not(String type, String block) {
        return Optional.of(type + " should not have target." + block + " set");
    }
}

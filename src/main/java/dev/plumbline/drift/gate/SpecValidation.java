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
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the operator's webhook says of a spec ({@code api/v1alpha1/dbupgrade_webhook.go}), its texts word for word: of each part the first thing wrong. */
public final class SpecValidation {
    private static final String NO_THRESHOLD = "threshold.value cannot be empty";
    private static final Pattern FIELD_END = Pattern.compile("[ =]");

    private SpecValidation() {}

    /** A field of the spec, as a path from its root, and what is said against it. */
    public record Refusal(String field, String text) {}

    /** Empty when the webhook would let it in. */
    public static Optional<String> refusal(DbUpgrade upgrade) {
        List<String> wrong = new ArrayList<>();
        database(upgrade.database()).ifPresent(wrong::add);
        podVersions(upgrade.podVersions()).stream().findFirst().ifPresent(wrong::add);
        metrics(upgrade).stream().findFirst().map(Refusal::text).ifPresent(wrong::add);
        return wrong.isEmpty() ? Optional.empty() : Optional.of("validation failed: [" + String.join(" ", wrong) + "]");
    }

    /** All that the webhook would say one after the other, each with its field. */
    public static List<Refusal> refusals(DbUpgrade upgrade) {
        List<Refusal> all = new ArrayList<>();
        Stream.concat(database(upgrade.database()).stream(), podVersions(upgrade.podVersions()).stream())
                .forEach(text -> all.add(new Refusal("spec." + FIELD_END.split(text, 2)[0], text)));
        all.addAll(metrics(upgrade));
        return all;
    }

    private static List<Refusal> metrics(DbUpgrade upgrade) {
        return Stream.concat(
                        metrics(upgrade.preMetrics(), "pre").stream(), metrics(upgrade.postMetrics(), "post").stream())
                .toList();
    }

    private static List<Refusal> metrics(List<MetricCheck> checks, String stage) {
        List<Refusal> found = new ArrayList<>();
        for (int at = 0; at < checks.size(); at++) {
            String field = "spec.checks." + stage + ".metrics[" + at + "]";
            metric(checks.get(at), stage)
                    .ifPresent(text -> found.add(
                            new Refusal(field + (text.endsWith(NO_THRESHOLD) ? ".threshold" : ".target"), text)));
        }
        return found;
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

    private static List<String> podVersions(List<PodVersionCheck> checks) {
        List<String> found = new ArrayList<>();
        for (int at = 0; at < checks.size(); at++) {
            String minimum = checks.get(at).minVersion();
            if (LenientVersion.parse(minimum).isEmpty()) {
                found.add("checks.pre.minPodVersions[" + at + "].minVersion \"" + minimum
                        + "\" is not valid semver: Invalid Semantic Version");
            }
        }
        return found;
    }

    private static Optional<String> metric(MetricCheck check, String stage) {
        return target(check.target())
                .or(() -> check.threshold().filter(value -> !value.isZero()).isPresent()
                        ? Optional.empty()
                        : Optional.of(NO_THRESHOLD))
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

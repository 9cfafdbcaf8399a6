package dev.plumbline.model.upgrade;

import org.jspecify.annotations.Nullable;

/** {@code spec.database}. {@code hasConnection} is true for a connection block, even one without its Secret. */
public record UpgradeDatabase(
        String type,
        boolean hasConnection,
        @Nullable UrlSecret urlSecret,
        @Nullable AwsDatabase aws) {
    public static final String SELF_HOSTED = "selfHosted";
    public static final String AWS_RDS = "awsRds";
    public static final String AWS_AURORA = "awsAurora";

    /** The key of a Secret in the resource's own namespace that holds the connection URL. */
    public record UrlSecret(String name, String key, boolean optional) {}

    public record AwsDatabase(String roleArn, String region, String host, int port, String dbName, String username) {}

    public boolean isAws() {
        return type.equals(AWS_RDS) || type.equals(AWS_AURORA);
    }
}

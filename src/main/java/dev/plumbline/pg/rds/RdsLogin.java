package dev.plumbline.pg.rds;

import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Secret;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/**
 * A login to RDS or Aurora by token (Amazon RDS user guide, "IAM database authentication"): a presigned request to connect, which stands for the password. It is made anew for
 * each connection and holds for 15 minutes, in which the connection has to begin; one that stands is not ended by it.
 */
public record RdsLogin(String region, AwsLogin login) {
    private static final Duration HOLDS = Duration.ofMinutes(15);
    private static final Pattern ENDPOINT =
            Pattern.compile(".+\\.([a-z]{2}(?:-[a-z0-9]+)+-\\d+)\\.rds\\.amazonaws\\.com(?:\\.cn)?");

    /** @param environment of the process, whose {@code AWS_*} variables count */
    public static RdsLogin of(String region, Map<String, String> environment, Path home) {
        return new RdsLogin(region, AwsLogin.of(environment, home));
    }

    /** The region that an endpoint of RDS names; empty for any other host. */
    public static Optional<String> regionOf(String host) {
        Matcher endpoint = ENDPOINT.matcher(host);
        return endpoint.matches() ? Optional.of(endpoint.group(1)) : Optional.empty();
    }

    /**
     * The token, for the one connection that is made now.
     *
     * @throws ProblemException AWS-401 when this machine has no AWS login
     */
    public Secret token(String host, int port, String user, Clock clock) {
        AwsKeys keys = login.keys();
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.GET)
                .uri(URI.create("https://" + host + ":" + port + "/?Action=connect&DBUser="
                        + URLEncoder.encode(user, StandardCharsets.UTF_8).replace("+", "%20")))
                .build();
        SdkHttpRequest signed = AwsV4HttpSigner.create()
                .sign(sign -> sign.identity(identity(keys))
                        .request(request)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "rds-db")
                        .putProperty(
                                AwsV4FamilyHttpSigner.AUTH_LOCATION, AwsV4FamilyHttpSigner.AuthLocation.QUERY_STRING)
                        .putProperty(AwsV4FamilyHttpSigner.EXPIRATION_DURATION, HOLDS)
                        .putProperty(HttpSigner.SIGNING_CLOCK, clock))
                .request();
        return new Secret(signed.getUri().toString().substring("https://".length()));
    }

    private static AwsCredentialsIdentity identity(AwsKeys keys) {
        Secret session = keys.session();
        return session == null
                ? AwsCredentialsIdentity.create(keys.id(), keys.secret().reveal())
                : AwsSessionCredentialsIdentity.create(keys.id(), keys.secret().reveal(), session.reveal());
    }

    /** Without the keys' name. */
    @Override
    public String toString() {
        return "RDS token of " + region;
    }
}

package dev.plumbline.pg.rds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.model.Secret;
import dev.plumbline.model.SslMode;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.Dsn;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RdsLoginTest {
    private static final Clock THEN = Clock.fixed(Instant.parse("2016-11-07T17:39:33Z"), ZoneOffset.UTC);
    private static final String HOST = "shop.abc123.eu-central-1.rds.amazonaws.com";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    /** The vectors of the SDKs' own tests: DefaultRdsUtilitiesTest (Java) and test_signers.py (botocore). */
    @Test
    void tokensAreThoseThatTheSdksPublish() {
        assertThat(token("access_key", "secret_key", "host.us-east-1.amazonaws.com", "mySQLUser"))
                .containsExactlyInAnyOrder(
                        "Action=connect",
                        "DBUser=mySQLUser",
                        "X-Amz-Algorithm=AWS4-HMAC-SHA256",
                        "X-Amz-Date=20161107T173933Z",
                        "X-Amz-SignedHeaders=host",
                        "X-Amz-Expires=900",
                        "X-Amz-Credential=access_key%2F20161107%2Fus-east-1%2Frds-db%2Faws4_request",
                        "X-Amz-Signature=87ab58107ef49f1c311a412f98b7f976b0b5152ffb559f0d36c6c9a0c5e0e362");
        assertThat(token("akid", "skid", "prod-instance.us-east-1.rds.amazonaws.com", "someusername"))
                .contains(
                        "X-Amz-Credential=akid%2F20161107%2Fus-east-1%2Frds-db%2Faws4_request",
                        "X-Amz-Signature=d1138cdbc0ca63eec012ec0fc6c2267e03642168f5884a7795320d4c18374c61");
    }

    private List<String> token(String id, String secret, String host, String user) {
        RdsLogin login =
                RdsLogin.of("us-east-1", Map.of("AWS_ACCESS_KEY_ID", id, "AWS_SECRET_ACCESS_KEY", secret), home);
        String token = login.token(host, 3306, user, THEN).reveal();
        assertThat(token).startsWith(host + ":3306/?");
        return Arrays.asList(URI.create("https://" + token).getRawQuery().split("&"));
    }

    @Test
    void aConnectionStringAsksForItAndNothingOfItIsShown() {
        Map<String, String> environment = Map.of(
                "AWS_ACCESS_KEY_ID", "AKIDVISIBLE",
                "AWS_SECRET_ACCESS_KEY", "very-secret",
                "AWS_SESSION_TOKEN", "ends/soon+",
                "PGPASSWORD", "old");
        String text = "postgresql://app@" + HOST + "/shop?plumbline.iam=rds";
        ConnectionTarget target = Dsn.parse(text, environment, home);
        assertThat(target.tls().mode()).isEqualTo(SslMode.VERIFY_FULL);
        assertThat(target.warnings().toString()).contains("the password is not used");
        Secret secret = target.passwordAt(THEN);
        assertThat(secret).hasToString("***");
        assertThat(secret == null ? "" : secret.reveal())
                .startsWith(HOST + ":5432/?")
                .contains("%2Feu-central-1%2Frds-db%2F", "X-Amz-Security-Token=ends%2Fsoon%2B", "DBUser=app");
        assertThat(target.toString() + target.shown()).doesNotContain("AKID", "very-secret", "ends/soon", "old\"");
        assertThat(Dsn.parse(text, environment, home)).isEqualTo(target);
        assertThat(target.withLabel("x").passwordAt(THEN)).isEqualTo(secret);
        assertThat(Dsn.parse(text, Map.of("AWS_ACCESS_KEY_ID", "b", "AWS_SECRET_ACCESS_KEY", "c"), home))
                .isNotEqualTo(target);
    }

    @Test
    void withoutACheckedCertificateOrARegionThereIsNoToken() {
        assertThatThrownBy(() -> parse("postgresql://a@" + HOST + "/d?sslmode=require&plumbline.iam=rds"))
                .hasMessageContaining("plumbline.iam is not used with sslmode require");
        assertThatThrownBy(() -> parse("postgresql://a@db.internal/d?plumbline.iam=rds"))
                .hasMessageContaining("db.internal is no endpoint of RDS");
        assertThatThrownBy(() -> parse("postgresql://a@" + HOST + "/d?plumbline.iam=gcp"))
                .hasMessageContaining("plumbline.iam \"gcp\" is not supported");
        assertThatThrownBy(() -> parse("postgresql://a@" + HOST + "/d?plumbline.iam=rds&plumbline.iam_region=x%2Fy"))
                .hasMessageContaining("is no region");
        assertThat(RdsLogin.regionOf("a.b.cn-north-1.rds.amazonaws.com.cn")).contains("cn-north-1");
        assertThat(RdsLogin.regionOf("a.proxy-b.us-gov-west-1.rds.amazonaws.com"))
                .contains("us-gov-west-1");
        assertThat(RdsLogin.regionOf("a.us-east-1.rds.amazonaws.com.evil.example"))
                .isEmpty();
    }

    private ConnectionTarget parse(String text) {
        return Dsn.parse(text, Map.of(), home);
    }

    @Test
    void theLoginIsThatOfTheEnvironmentOrOfOneProfile() throws IOException {
        Path file = Files.createDirectories(home.resolve(".aws")).resolve("credentials");
        RdsLogin usual = RdsLogin.of("eu-central-1", Map.of(), home);
        assertThatThrownBy(() -> usual.token(HOST, 5432, "a", THEN)).hasMessageContaining("it cannot be read");
        Files.writeString(
                file,
                "[default]\naws_access_key_id = one\naws_secret_access_key = hidden\n# aws_session_token = no\n"
                        + "[work]\naws_access_key_id=two\naws_secret_access_key=hidden\naws_session_token=yes\n"
                        + "[role]\nrole_arn = arn:aws:iam::1:role/x\nsource_profile = work\n");
        assertThat(usual.token(HOST, 5432, "a", THEN).reveal())
                .contains("X-Amz-Credential=one%2F")
                .doesNotContain("Security-Token");
        Map<String, String> work =
                Map.of("AWS_PROFILE", "work", "AWS_ACCESS_KEY_ID", "x", "AWS_SECRET_ACCESS_KEY", "y");
        assertThat(RdsLogin.of("eu-central-1", work, home)
                        .token(HOST, 5432, "a", THEN)
                        .reveal())
                .contains("X-Amz-Credential=two%2F", "X-Amz-Security-Token=yes");
        assertThatThrownBy(() -> RdsLogin.of("eu-central-1", Map.of("AWS_PROFILE", "role"), home)
                        .token(HOST, 5432, "a", THEN))
                .hasMessageContaining("profile role gives its login by role_arn, which is not followed.")
                .hasMessageNotContaining("hidden");
    }
}

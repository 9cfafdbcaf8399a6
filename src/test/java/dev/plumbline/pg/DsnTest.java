package dev.plumbline.pg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Secret;
import dev.plumbline.model.SslMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DsnTest {
    @TempDir
    private Path home;

    private ConnectionTarget parse(String text) {
        return parse(text, Map.of());
    }

    private ConnectionTarget parse(String text, Map<String, String> environment) {
        return Dsn.parse(text, environment, home);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postgresql://uri-user:secret@host:12345/db | host | 12345 | db | uri-user | secret",
                "postgres://uri-user@host/db | host | 5432 | db | uri-user | -",
                "postgresql://uri-user:p%3Aa%40b%2F%25@host | host | 5432 | uri-user | uri-user | p:a@b/%",
                "postgresql://u:p?x@host/d | host | 5432 | d | u | p?x",
                "postgresql://u@[::1]:7000/d | ::1 | 7000 | d | u | -",
                "postgresql:///d?host=h&port=1&user=u | h | 1 | d | u | -",
                "postgresql://a@h:1/x?user=b&dbname=y&port=2 | h | 2 | y | b | -",
                "postgresql://u@h/d%20b?p%61ssword=%C3%A9 | h | 5432 | d b | u | é",
                "host=h port = 9 dbname='d b' user=u password='it\\'s \\\\' | h | 9 | d b | u | it's \\",
                "host=h user=u\\ v dbname=d | h | 5432 | d | u v | -",
                "user=u host=a host=b | b | 5432 | u | u | -"
            })
    void bothFormsAreReadAsLibpqReadsThem(
            String text, String host, int port, String database, String user, String password) {
        ConnectionTarget target = parse(text);
        assertThat(target.host()).isEqualTo(host);
        assertThat(target.port()).isEqualTo(port);
        assertThat(target.database().text()).isEqualTo(database);
        assertThat(target.user().text()).isEqualTo(user);
        Secret secret = target.password();
        assertThat(secret == null ? "-" : secret.reveal()).isEqualTo(password);
    }

    @Test
    void nothingGivenMeansLocalhostAndTheOwnName() {
        ConnectionTarget target = parse("");
        assertThat(target.host()).isEqualTo("localhost");
        assertThat(target.user().text()).isEqualTo(System.getProperty("user.name"));
        assertThat(target.database()).isEqualTo(target.user());
        assertThat(target.tls().mode()).isEqualTo(SslMode.PREFER);
        assertThat(target.connectTimeout()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void variablesCompleteWhatTheTextLeavesOut() {
        Map<String, String> environment = Map.of(
                "PGHOST",
                "h",
                "PGPORT",
                "7",
                "PGUSER",
                "u",
                "PGDATABASE",
                "d",
                "PGPASSWORD",
                "s",
                "PGSSLMODE",
                "require",
                "PGCONNECT_TIMEOUT",
                "3");
        ConnectionTarget target = parse("dbname=mine", environment);
        assertThat(target.shown()).isEqualTo("database \"mine\" on h:7 as \"u\"");
        assertThat(target.password()).isEqualTo(new Secret("s"));
        assertThat(target.tls().mode()).isEqualTo(SslMode.REQUIRE);
        assertThat(target.connectTimeout()).isEqualTo(Duration.ofSeconds(3));
    }

    @ParameterizedTest
    @EnumSource(SslMode.class)
    void everySslModeIsTaken(SslMode mode) {
        assertThat(parse("sslmode=" + mode.word()).tls().mode()).isEqualTo(mode);
    }

    @Test
    void certificateFilesAreTakenFromTheTextOrFromTheirUsualPlace() throws IOException {
        TlsSettings given =
                parse("sslrootcert=/a/ca.pem sslcert=/a/c.pem sslkey=/a/k.pem").tls();
        assertThat(given.authorities()).isEqualTo(new Pem.File(Path.of("/a/ca.pem")));
        assertThat(given.certificate()).isEqualTo(new Pem.File(Path.of("/a/c.pem")));
        assertThat(given.key()).isEqualTo(new Pem.File(Path.of("/a/k.pem")));
        assertThat(parse("").tls().authorities()).isNull();
        Path folder = Files.createDirectory(home.resolve(".postgresql"));
        Files.writeString(folder.resolve("root.crt"), "");
        assertThat(parse("").tls().authorities()).isEqualTo(new Pem.File(folder.resolve("root.crt")));
    }

    @Test
    void theSystemsRootsMeanVerifyFull() {
        assertThat(parse("sslrootcert=system").tls().mode()).isEqualTo(SslMode.VERIFY_FULL);
        assertThatThrownBy(() -> parse("sslrootcert=system sslmode=require")).hasMessageContaining("verify-full");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "options='-c search_path=evil'",
                "postgresql://h/d?socketFactory=evil.Class",
                "postgresql://h/d?loggerFile=/etc/passwd",
                "krbsrvname=x",
                "SSLMODE=require"
            })
    void unknownKeysAreRefusedByName(String text) {
        String key = text.replaceAll(".*\\?|=.*", "");
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("\"" + key + "\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "host=/var/run/postgresql | Unix socket",
                "host=a,b | several hosts",
                "port=x | not a whole number",
                "port=0 | between 1 and 65535",
                "connect_timeout=soon | not a whole number",
                "sslmode=maybe | none of disable",
                "gssencmode=require | gssencmode",
                "target_session_attrs=read-write | target_session_attrs",
                "host | \"=\" is missing",
                "host= h dbname='x | does not end",
                "postgresql://h/%zz | hexadecimal",
                "postgresql://h/%00 | hexadecimal",
                "postgresql://h/%ff | not UTF-8",
                "postgresql://[::1/d | does not end",
                "postgresql://h/d?sslmode | key=value",
                "service=nowhere | not defined"
            })
    void whatCannotBeUnderstoodIsSaid(String text, String answer) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://u:hunter2@h/d?bad",
                "postgresql://u:hunter2@h:x/d",
                "password=hunter2 nonsense",
                "password='hunter2",
                "password=hunter2 host=/tmp",
                "postgresql://u:hunter2@/tmp,b/d?host=/x"
            })
    void noMessageShowsThePassword(String text) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> parse(text));
        assertThat(refused.toString()).doesNotContain("hunter2");
    }

    @Test
    void noPasswordIsPrinted() {
        assertThat(parse("password=hunter2").toString())
                .doesNotContain("hunter2")
                .contains("***");
    }

    @Test
    void aServiceCompletesTheTextAndIsCompletedByVariables() throws IOException {
        Files.writeString(
                home.resolve(".pg_service.conf"),
                "# mine\n[other]\nhost=wrong\n[ledger]\nhost=db.example\nport=6000\n\n[last]\nhost=wrong\n");
        ConnectionTarget target =
                parse("service=ledger port=7000", Map.of("PGHOST", "ignored", "PGUSER", "u", "PGDATABASE", "d"));
        assertThat(target.shown()).isEqualTo("database \"d\" on db.example:7000 as \"u\"");
        assertThat(parse("user=u", Map.of("PGSERVICE", "ledger")).port()).isEqualTo(6000);
    }

    @Test
    void whatIsNotUsedIsSaid() {
        assertThat(parse("application_name=x", Map.of("PGOPTIONS", "-c a=b")).warnings())
                .hasSize(2);
        assertThat(parse("").warnings()).isEmpty();
    }
}

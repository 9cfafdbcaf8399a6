package dev.plumbline.pg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Name;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.SslMode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** sslmode × certificate fault × authorities: who gets in, and how, is what psql says where psql is on the machine. */
class TlsVerdictsTest {
    private static final String TLS = "encrypted";
    private static final String PLAIN = "plain";
    private static final String REFUSED = "refused";
    private static final String ANY = "host all tester";
    private static final ServerPools POOLS = new ServerPools();

    @TempDir
    private static Path folder;

    private static @Nullable TlsServer server;
    private static @Nullable TestCertificates certificates;

    @BeforeAll
    static void start() throws IOException, SQLException {
        TestCertificates made = new TestCertificates(folder);
        made.authority("ca");
        made.authority("stranger");
        made.certificate("good", "ca", "localhost", "DNS:db.example,DNS:*.wild.example,IP:127.0.0.1", 5);
        made.certificate("named", "ca", "db.example", "", 5);
        made.certificate("foreign", "ca", "db.example", "DNS:other.example,IP:10.0.0.1", 5);
        made.certificate("expired", "ca", "db.example", "DNS:db.example", -1);
        made.certificate("unknown", "stranger", "db.example", "DNS:db.example", 5);
        made.certificate("tester", "ca", "tester", "", 5);
        certificates = made;
        server = new TlsServer();
    }

    @AfterAll
    static void stop() {
        POOLS.close();
        if (server != null) {
            server.close();
        }
    }

    private static TlsServer server() {
        return java.util.Objects.requireNonNull(server);
    }

    private static TestCertificates certificates() {
        return java.util.Objects.requireNonNull(certificates);
    }

    /** What the server presents, which of its rules let the tester in, by what name it is called, and the expected verdict per mode. */
    record Case(String certificate, List<String> rules, String host, String authorities, String verdicts) {
        List<String> expected() {
            Map<Character, String> words = Map.of('e', TLS, 'p', PLAIN, 'r', REFUSED);
            return verdicts.chars()
                    .mapToObj(letter -> words.getOrDefault((char) letter, "?"))
                    .toList();
        }

        @Override
        public String toString() {
            return "certificate " + certificate + ", " + rules + ", host " + host + ", authorities " + authorities;
        }
    }

    /** Verdicts stand in the order disable, allow, prefer, require, verify-ca, verify-full: e(ncrypted), p(lain), r(efused). */
    static Stream<Case> cases() {
        List<String> any = List.of(ANY);
        List<String> onlyTls = List.of("hostssl all tester");
        List<String> onlyPlain = List.of("hostnossl all tester");
        return Stream.of(
                new Case("", any, "db.example", "", "ppprrr"),
                new Case("", any, "db.example", "ca", "ppprrr"),
                new Case("good", any, "db.example", "", "ppeerr"),
                new Case("good", any, "db.example", "ca", "ppeeee"),
                new Case("good", any, "a.wild.example", "ca", "ppeeee"),
                new Case("good", any, "a.b.wild.example", "ca", "ppeeer"),
                new Case("good", any, "wild.example", "ca", "ppeeer"),
                new Case("good", any, "127.0.0.1", "ca", "ppeeee"),
                new Case("good", any, "localhost", "ca", "ppeeer"),
                new Case("good", any, "db.example", "stranger", "ppprrr"),
                new Case("good", onlyTls, "db.example", "ca", "reeeee"),
                new Case("good", onlyPlain, "db.example", "ca", "ppprrr"),
                new Case("named", any, "db.example", "ca", "ppeeee"),
                new Case("named", any, "127.0.0.1", "ca", "ppeeer"),
                new Case("foreign", any, "db.example", "ca", "ppeeer"),
                new Case("foreign", any, "127.0.0.1", "ca", "ppeeer"),
                new Case("expired", any, "db.example", "", "ppeerr"),
                new Case("expired", any, "db.example", "ca", "ppprrr"),
                new Case("unknown", any, "db.example", "ca", "ppprrr"),
                new Case("unknown", onlyTls, "db.example", "ca", "rrrrrr"),
                new Case("unknown", any, "db.example", "stranger", "ppeeee"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void everyModeGetsTheVerdictThatPsqlGets(Case given) throws IOException, SQLException, InterruptedException {
        server().serve(certificates(), given.certificate(), given.rules().toArray(new String[0]));
        List<String> verdicts = new ArrayList<>();
        for (SslMode mode : SslMode.values()) {
            verdicts.add(verdict(target(given, mode)));
        }
        assertThat(verdicts).isEqualTo(given.expected());
        if (TestCertificates.isThere("psql")) {
            assertThat(psql(given)).as("psql").isEqualTo(given.expected());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pkcs8", "rsa", "ec", "text"})
    void aClientCertificateIsPresentedWhateverItsKeysForm(String form) throws IOException, SQLException {
        server().serve(certificates(), "good", "hostssl all tester cert");
        TlsSettings tls =
                new TlsSettings(SslMode.VERIFY_FULL, file("ca.crt"), file("tester.crt"), clientKey(form), false);
        if (form.equals("ec")) {
            tls = new TlsSettings(SslMode.VERIFY_FULL, file("ca.crt"), file("ecclient.crt"), file("ec.key"), false);
        }
        ConnectionTarget target = target("db.example", tls, false);
        assertThat(verdict(target)).isEqualTo(TLS);
        TlsSettings without = new TlsSettings(SslMode.VERIFY_FULL, file("ca.crt"), null, null, false);
        assertThat(verdict(target("db.example", without, false))).isEqualTo(REFUSED);
    }

    private static Pem clientKey(String form) throws IOException {
        switch (form) {
            case "rsa" -> certificates().openssl("rsa", "-in", "tester.key", "-traditional", "-out", "rsa.key");
            case "ec" -> {
                certificates().openssl("ecparam", "-name", "secp384r1", "-genkey", "-noout", "-out", "ec.key");
                certificates().openssl("req", "-new", "-key", "ec.key", "-subj", "/CN=tester", "-out", "ec.csr");
                certificates()
                        .openssl(
                                "x509",
                                "-req",
                                "-in",
                                "ec.csr",
                                "-CA",
                                "ca.crt",
                                "-CAkey",
                                "ca.key",
                                "-CAcreateserial",
                                "-days",
                                "5",
                                "-out",
                                "ecclient.crt");
            }
            case "text" -> {
                return new Pem.Text("a Secret", Files.readString(certificates().file("tester.key")));
            }
            default -> {
                return file("tester.key");
            }
        }
        return file(form + ".key");
    }

    @Test
    void anEncryptedKeyAndWhatIsNoKeyAreClearProblems() throws IOException, SQLException {
        server().serve(certificates(), "good", ANY);
        certificates().openssl("pkcs8", "-topk8", "-in", "tester.key", "-passout", "pass:x", "-out", "locked.key");
        certificates()
                .openssl(
                        "rsa",
                        "-in",
                        "tester.key",
                        "-traditional",
                        "-aes128",
                        "-passout",
                        "pass:x",
                        "-out",
                        "locked-rsa.key");
        for (String key : List.of("locked.key", "locked-rsa.key")) {
            assertThatThrownBy(() -> read(withKey(file(key))))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("the private key is encrypted");
        }
        assertThatThrownBy(() -> read(withKey(new Pem.Text("a Secret", "nothing"))))
                .hasMessageContaining("no private key");
        assertThatThrownBy(() -> read(withKey(file("none")))).hasMessageContaining("no such file");
        assertThatThrownBy(() -> read(withKey(null))).hasMessageContaining("both");
        Path open = Files.copy(certificates().file("tester.key"), certificates().file("open.key"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> read(withKey(file("open.key")))).hasMessageContaining("others may read");
        assertThatThrownBy(() -> read(withKey(
                        new Pem.Text("a Secret", "-----BEGIN PRIVATE KEY-----\nAAA\n-----END PRIVATE KEY-----"))))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void eachFaultHasItsOwnCode() throws IOException, SQLException {
        assertThat(code("good", "localhost", "ca")).isEqualTo("PG-TLS-HOSTNAME");
        assertThat(code("expired", "db.example", "ca")).isEqualTo("PG-TLS-EXPIRED");
        assertThat(code("unknown", "db.example", "ca")).isEqualTo("PG-TLS-UNTRUSTED");
        assertThat(code("", "db.example", "ca")).isEqualTo("PG-TLS-REFUSED");
        assertThat(code("good", "db.example", "")).isEqualTo("PG-TLS-SETUP");
        server().serve(certificates(), "good", "hostnossl all tester");
        assertThat(codeOf("db.example", "ca")).isEqualTo("28000");
    }

    @Test
    void aSlowStatementOverTlsIsCancelledThroughTls() throws Exception {
        server().serve(certificates(), "good", "hostssl all tester");
        CancelToken cancel = new CancelToken();
        ConnectionTarget target = target(new Case("good", List.of(), "db.example", "ca", ""), SslMode.VERIFY_FULL);
        long start = System.nanoTime();
        try (WritingSession session = POOLS.open(target, cancel)) {
            session.begin(cancel);
            Thread canceller = new Thread(cancel::cancel);
            assertThatThrownBy(() -> {
                        canceller.start();
                        session.execute(
                                dev.plumbline.model.Sql.of("SELECT pg_catalog.pg_sleep(30)"),
                                dev.plumbline.model.LockTimeout.DEFAULT,
                                dev.plumbline.model.StatementTimeout.DEFAULT,
                                cancel);
                    })
                    .isInstanceOf(dev.plumbline.job.Cancelled.class);
            session.rollback();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    private static ConnectionTarget withKey(@Nullable Pem key) {
        return target(
                "db.example", new TlsSettings(SslMode.REQUIRE, file("ca.crt"), file("tester.crt"), key, false), true);
    }

    private static String code(String certificate, String host, String authorities) throws IOException, SQLException {
        server().serve(certificates(), certificate, ANY);
        return codeOf(host, authorities);
    }

    private static String codeOf(String host, String authorities) {
        try {
            read(target(new Case("", List.of(), host, authorities, ""), SslMode.VERIFY_FULL));
            return "none";
        } catch (ProblemException refused) {
            return refused.problem().code();
        }
    }

    private static String verdict(ConnectionTarget target) {
        try {
            return read(target);
        } catch (ProblemException refused) {
            return REFUSED;
        }
    }

    /** What the session says of itself, checked against what the server says of it. */
    private static String read(ConnectionTarget target) {
        CancelToken cancel = new CancelToken();
        POOLS.forget(target);
        return POOLS.read(target, cancel, session -> {
            String told = Asked.one(
                    session,
                    "SELECT coalesce(version, 'not encrypted') FROM pg_catalog.pg_stat_ssl WHERE pid = pg_catalog.pg_backend_pid()",
                    cancel);
            assertThat(told.replaceAll("[()\"]", "")).isEqualTo(session.encryption());
            return session.isEncrypted() ? TLS : PLAIN;
        });
    }

    private static ConnectionTarget target(Case given, SslMode mode) {
        Pem authorities = given.authorities().isEmpty() ? null : file(given.authorities() + ".crt");
        return target(given.host(), new TlsSettings(mode, authorities, null, null, false), true);
    }

    private static ConnectionTarget target(String host, TlsSettings tls, boolean withPassword) {
        return new ConnectionTarget(
                host,
                "127.0.0.1",
                server().port(),
                Name.of("postgres"),
                Name.of("tester"),
                withPassword ? TlsServer.PASSWORD : null,
                tls,
                Duration.ofSeconds(10),
                "",
                List.of());
    }

    private static Pem file(String name) {
        return new Pem.File(certificates().file(name));
    }

    /** One psql connects anew for each mode; it ends where a connection fails, and another goes on with the modes that are left. */
    private static List<String> psql(Case given) throws IOException, InterruptedException {
        List<String> verdicts = new ArrayList<>();
        while (verdicts.size() < SslMode.values().length) {
            List<SslMode> left = List.of(SslMode.values()).subList(verdicts.size(), SslMode.values().length);
            List<String> answers = psql(given, left);
            verdicts.addAll(answers);
            if (answers.size() < left.size()) {
                verdicts.add(REFUSED);
            }
        }
        return verdicts;
    }

    private static List<String> psql(Case given, List<SslMode> modes) throws IOException, InterruptedException {
        String authorities = given.authorities().isEmpty()
                ? "/nonexistent"
                : certificates().file(given.authorities() + ".crt").toString();
        String place = "hostaddr=127.0.0.1 port=" + server().port() + " dbname=postgres ";
        StringBuilder script = new StringBuilder();
        for (SslMode mode : modes) {
            script.append(
                    "\\connect 'host=" + given.host() + " " + place + "user=tester password=tester sslmode="
                            + mode.word() + " sslrootcert=" + authorities + "'\n"
                            + "SELECT CASE WHEN ssl THEN 'encrypted' ELSE 'plain' END FROM pg_stat_ssl WHERE pid = pg_backend_pid();\n");
        }
        Path file = Files.writeString(folder.resolve("verdicts.sql"), script);
        String start = "host=127.0.0.1 " + place + "user=postgres password=superuser sslmode=disable";
        Process process = new ProcessBuilder("psql", "-X", "-q", "-A", "-t", "-f", file.toString(), start)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String answers = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return answers.lines().toList();
    }
}

package dev.plumbline.pg;

import dev.plumbline.model.Name;
import dev.plumbline.model.RefusedName;
import dev.plumbline.model.Secret;
import dev.plumbline.model.Visible;
import dev.plumbline.pg.rds.RdsLogin;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a connection string as libpq does (PostgreSQL manual 34.1.1): a URI or {@code key=value} pairs, completed by a service file,
 * {@code PG*} variables and the password file. Only keys of a list are taken, others are refused by name, and no message shows a password.
 */
public final class Dsn {
    private static final int DEFAULT_PORT = 5432;

    private final DsnSettings settings;
    private final Map<String, String> environment;
    private final Path home;
    private final List<String> warnings = new ArrayList<>();

    private Dsn(DsnSettings settings, Map<String, String> environment, Path home) {
        this.settings = settings;
        this.environment = environment;
        this.home = home;
    }

    /**
     * @param environment the process's environment, of which the {@code PG*} variables count
     * @param home the person's home directory, where {@code .pgpass} and {@code .postgresql} are looked for
     * @throws dev.plumbline.model.ProblemException when the text is no connection string, or asks for what is not supported
     */
    public static ConnectionTarget parse(String text, Map<String, String> environment, Path home) {
        boolean isUri = text.startsWith("postgresql://") || text.startsWith("postgres://");
        DsnSettings settings = isUri ? DsnUri.parse(text) : DsnPairs.parse(text);
        ServiceFile.complete(settings, environment, home);
        DsnKeys.completeFrom(environment, settings);
        return new Dsn(settings, environment, home).target();
    }

    private ConnectionTarget target() {
        String host = host();
        int port = port();
        Name user = name("user", settings.value("user", System.getProperty("user.name", "")));
        Name database = name("dbname", settings.value("dbname", user.text()));
        DsnKeys.checkFixed(settings, warnings);
        if (environment.containsKey("PGOPTIONS")) {
            warnings.add("PGOPTIONS is not used: the session's settings are pinned.");
        }
        TlsSettings tls = tls();
        RdsLogin iam = new DsnIam(settings, environment, home).login(host, tls);
        if (iam != null && settings.get("password") != null) {
            warnings.add("the password is not used: " + DsnIam.KIND + " asks for a token.");
        }
        Secret password = iam == null ? password(host, port, database, user) : null;
        return new ConnectionTarget(
                host, settings.get("hostaddr"), port, database, user, password, iam, tls, timeout(), "", warnings);
    }

    private String host() {
        String host = settings.value("host", settings.value("hostaddr", "localhost"));
        if (host.startsWith("/") || host.startsWith("@")) {
            throw DsnFault.of(
                    "host \"" + Visible.text(host) + "\" is a Unix socket, which cannot be used here.",
                    "Give a host name or an address, such as localhost.");
        }
        if (host.contains(",")) {
            throw DsnFault.of("several hosts are named, and one target is one server.", "Give one host.");
        }
        if (host.isBlank()) {
            throw DsnFault.of("the host is empty.", "Give a host name or an address.");
        }
        return host;
    }

    private int port() {
        String port = settings.value("port", String.valueOf(DEFAULT_PORT));
        int number = number("port", port);
        if (number < 1 || number > 65_535) {
            throw DsnFault.of("port \"" + Visible.text(port) + "\" is not between 1 and 65535.", "");
        }
        return number;
    }

    private Duration timeout() {
        int seconds = number("connect_timeout", settings.value("connect_timeout", "0"));
        return seconds <= 0 ? ConnectionTarget.DEFAULT_CONNECT_TIMEOUT : Duration.ofSeconds(seconds);
    }

    private TlsSettings tls() {
        return new DsnTls(settings, home).settings();
    }

    private @Nullable Secret password(String host, int port, Name database, Name user) {
        String given = settings.get("password");
        if (given != null && !given.isEmpty()) {
            return new Secret(given);
        }
        String named = settings.get("passfile");
        Path file = named == null ? PasswordFile.defaultPlace(environment, home) : Path.of(named);
        return PasswordFile.find(file, host, String.valueOf(port), database.text(), user.text(), warnings)
                .orElse(null);
    }

    private static int number(String key, String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException notANumber) {
            throw DsnFault.of(key + " \"" + Visible.text(text) + "\" is not a whole number.", "");
        }
    }

    private static Name name(String key, String text) {
        try {
            return new Name(text);
        } catch (RefusedName refused) {
            throw DsnFault.of(key + ": " + refused.getMessage(), "");
        }
    }
}

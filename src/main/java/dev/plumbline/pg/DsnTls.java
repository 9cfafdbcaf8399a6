package dev.plumbline.pg;

import dev.plumbline.model.SslMode;
import dev.plumbline.model.Visible;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The TLS part of a connection string, with libpq's default files under {@code ~/.postgresql} (PostgreSQL manual 34.19). */
final class DsnTls {
    private final DsnSettings settings;
    private final Path home;

    DsnTls(DsnSettings settings, Path home) {
        this.settings = settings;
        this.home = home;
    }

    TlsSettings settings() {
        boolean bySystem = settings.value("sslrootcert", "").equals("system");
        boolean asksForToken = !settings.value(DsnIam.KIND, "").isEmpty();
        SslMode mode = mode(bySystem || asksForToken ? "verify-full" : "prefer");
        if (bySystem && mode != SslMode.VERIFY_FULL) {
            throw DsnFault.of(
                    "sslmode " + mode.word() + " may not be used with sslrootcert=system.", "Use sslmode=verify-full.");
        }
        Pem authorities = bySystem ? new Pem.TrustedBySystem() : file("sslrootcert", "root.crt");
        Pem certificate = file("sslcert", "postgresql.crt");
        Pem key = certificate == null && settings.get("sslkey") == null ? null : file("sslkey", "postgresql.key");
        return new TlsSettings(mode, authorities, certificate, key, requiresChannelBinding());
    }

    private SslMode mode(String otherwise) {
        try {
            return SslMode.of(settings.value("sslmode", otherwise));
        } catch (IllegalArgumentException unknown) {
            throw DsnFault.of(unknown.getMessage() + ".", "");
        }
    }

    private boolean requiresChannelBinding() {
        String wanted = settings.value("channel_binding", "prefer");
        return switch (wanted) {
            case "require" -> true;
            case "prefer", "disable" -> false;
            default ->
                throw DsnFault.of(
                        "channel_binding \"" + Visible.text(wanted) + "\" is none of disable, prefer, require.", "");
        };
    }

    private @Nullable Pem file(String key, String defaultName) {
        String given = settings.value(key, "");
        Path path = given.isEmpty() ? home.resolve(".postgresql").resolve(defaultName) : Path.of(given);
        return given.isEmpty() && !Files.exists(path) ? null : new Pem.File(path);
    }
}

package dev.plumbline.pg;

import dev.plumbline.model.SslMode;
import dev.plumbline.model.Visible;
import dev.plumbline.pg.rds.RdsLogin;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys of a connection string that are this program's own: {@code plumbline.iam=rds} asks for a token of RDS instead of a password. */
final class DsnIam {
    static final String KIND = "plumbline.iam";
    static final String REGION = "plumbline.iam_region";

    private final DsnSettings settings;
    private final Map<String, String> environment;
    private final Path home;

    DsnIam(DsnSettings settings, Map<String, String> environment, Path home) {
        this.settings = settings;
        this.environment = environment;
        this.home = home;
    }

    /** Null when the string asks for none. */
    @Nullable
    RdsLogin login(String host, TlsSettings tls) {
        String kind = settings.value(KIND, "");
        if (kind.isEmpty()) {
            return null;
        }
        if (!kind.equals("rds")) {
            throw DsnFault.of(KIND + " \"" + Visible.text(kind) + "\" is not supported.", "Write " + KIND + "=rds.");
        }
        if (tls.mode() != SslMode.VERIFY_FULL) {
            throw DsnFault.of(
                    KIND + " is not used with sslmode " + tls.mode().word()
                            + ": a token is worth a password, so the server has to prove who it is.",
                    "Write sslmode=verify-full, and name Amazon's certificates with sslrootcert.");
        }
        String region = settings.value(REGION, RdsLogin.regionOf(host).orElse(""));
        if (region.isEmpty()) {
            throw DsnFault.of(
                    Visible.text(host) + " is no endpoint of RDS, which would name its region.",
                    "Connect to the endpoint itself, or write " + REGION + "=eu-central-1.");
        }
        if (!region.matches("[a-z0-9-]+")) {
            throw DsnFault.of("\"" + Visible.text(region) + "\" is no region.", "Write it as AWS does: eu-central-1.");
        }
        return RdsLogin.of(region, environment, home);
    }
}

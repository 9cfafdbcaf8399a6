package dev.plumbline.operation.rotation;

import dev.plumbline.model.Name;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Secret;
import dev.plumbline.model.Sql;
import dev.plumbline.model.managed.CredentialSecret;
import dev.plumbline.model.managed.ManagedDatabase;
import dev.plumbline.model.managed.VersionLogin;
import dev.plumbline.pg.ScramVerifier;
import dev.plumbline.plan.rotation.RotationStep;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The login of a version and the Secret that tells its password. The new password lives here between the two steps that need it, and nowhere else. */
final class CredentialsOfVersion {
    private static final int PASSWORD_BYTES = 16;

    private final RotationTarget on;
    private @Nullable Secret made;

    CredentialsOfVersion(RotationTarget on) {
        this.on = on;
    }

    void createRole(String version, RotationStep step) {
        Name role = Name.of(ManagedDatabase.loginOf(version));
        Name group = on.live().group().role();
        Secret password = password(version, role);
        on.executeTogether(List.of(
                Sql.of(
                        "CREATE ROLE %I LOGIN PASSWORD %L",
                        role, ScramVerifier.of(password).reveal()),
                Sql.of("GRANT %I TO %I", group, role)));
        on.require(on.live().login(version).filter(VersionLogin::inGroup).isPresent(), step, "it is not in the group.");
        prove(role, password);
    }

    void setPassword(String version) {
        Name role = Name.of(ManagedDatabase.loginOf(version));
        Secret password = fresh();
        on.execute(List.of(Sql.of(
                "ALTER ROLE %I LOGIN PASSWORD %L",
                role, ScramVerifier.of(password).reveal())));
        prove(role, password);
    }

    /** The only proof that the verifier is right: the login works. */
    private void prove(Name role, Secret password) {
        on.logIn(role, password);
    }

    /** A Secret that is there already keeps its password, since an application may have been started with it. */
    private Secret password(String version, Name role) {
        return on.plan()
                .keptSecret(version)
                .filter(secret -> secret.username().equals(role.text()))
                .map(CredentialSecret::password)
                .orElseGet(this::fresh);
    }

    private Secret fresh() {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        Secret password = new Secret(HexFormat.of().formatHex(random));
        made = password;
        return password;
    }

    void writeSecret(String version, RotationStep step) {
        Secret password = made;
        if (password == null) {
            throw on.problem(
                    Problem.Kind.INVALID,
                    "ROT-ORDER",
                    step,
                    "no password was made before it.",
                    "Look at the rotation again.");
        }
        String role = ManagedDatabase.loginOf(version);
        Optional<CredentialSecret> present = on.plan().keptSecret(version);
        if (present.isPresent()) {
            on.resources().writing().replacePassword(on.database(), present.get(), role, password);
        } else {
            on.resources()
                    .writing()
                    .createSecret(
                            on.database(), on.plan().facts().migration(version).orElseThrow(), role, password);
        }
        boolean written = on.resources()
                .readSecret(on.database(), version)
                .value()
                .filter(secret -> secret.username().equals(role) && Objects.equals(password, secret.password()))
                .isPresent();
        on.require(written, step, "it does not hold what was written.");
    }
}

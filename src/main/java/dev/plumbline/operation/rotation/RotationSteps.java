package dev.plumbline.operation.rotation;

import dev.plumbline.drift.chain.Retirement;
import dev.plumbline.model.Name;
import dev.plumbline.model.managed.ManagedDatabase;
import dev.plumbline.model.managed.RotationFacts;
import dev.plumbline.model.upgrade.Seen;
import dev.plumbline.plan.rotation.GrantSql;
import dev.plumbline.plan.rotation.LoginSql;
import dev.plumbline.plan.rotation.RotationStep;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Does each step of a rotation and reads again whether it is done. */
final class RotationSteps {
    private final RotationTarget on;
    private final MigrationOfVersion migration;
    private final CredentialsOfVersion credentials;

    RotationSteps(RotationTarget on, Duration jobWait) {
        this.on = on;
        this.migration = new MigrationOfVersion(on, jobWait);
        this.credentials = new CredentialsOfVersion(on);
    }

    void run(RotationStep step) {
        String version = step.version();
        switch (step.kind()) {
            case CHECK_PODS, CHECK_SESSIONS -> requireFree(version, step);
            case CLOSE_LOGIN -> closeLogin(version, step);
            case DROP_ROLE -> dropRole(version, step);
            case DELETE_SECRET -> deleteSecret(version, step);
            case CHECK_HINTS -> {
                // What the hints found is part of the plan, which was made anew just before this run.
            }
            case RUN_MIGRATION -> migration.run(version, step);
            case MAKE_GROUP -> {
                on.execute(GrantSql.makeGroup(on.live()));
                on.require(
                        on.live().group().exists() && !on.live().group().powerful(), step, "the group is not there.");
            }
            case GRANT_TABLES -> {
                on.execute(GrantSql.grants(on.live()));
                on.require(GrantSql.grants(on.live()).isEmpty(), step, "the group does not reach every table.");
            }
            case CREATE_ROLE -> credentials.createRole(version, step);
            case SET_PASSWORD -> credentials.setPassword(version);
            case WRITE_SECRET -> credentials.writeSecret(version, step);
            case WRITE_STATUS -> writeStatus(version, step);
        }
    }

    private void requireFree(String version, RotationStep step) {
        Optional<String> inTheWay = inTheWay(version);
        on.require(inTheWay.isEmpty(), step, inTheWay.orElse(""));
    }

    private Optional<String> inTheWay(String version) {
        RotationFacts before = on.plan().facts();
        RotationFacts now = new RotationFacts(
                before.database(),
                before.migrations(),
                before.cluster(),
                before.dsnVersion(),
                before.secrets(),
                on.resources().readUsers(on.database().ref().namespace()),
                before.jobs(),
                Seen.of(on.live()),
                before.hints(),
                before.gaps());
        Retirement retirement = Retirement.of(now, version);
        return switch (retirement.light()) {
            case FREE -> Optional.empty();
            case IN_USE -> Optional.of(String.join("; ", retirement.inUse()) + ".");
            case UNKNOWN -> Optional.of("It cannot be told " + String.join("; ", retirement.unknown()) + ".");
        };
    }

    /** Somebody may have logged in between the look and the closing: then the door is opened again, since dropping would leave that session without a role. */
    private void closeLogin(String version, RotationStep step) {
        Name role = Name.of(ManagedDatabase.loginOf(version));
        on.execute(List.of(LoginSql.closing(role)));
        Optional<String> inTheWay = inTheWay(version);
        if (inTheWay.isPresent()) {
            on.execute(List.of(LoginSql.opening(role)));
            on.require(false, step, inTheWay.get() + " The login was opened again.");
        }
        on.require(
                on.live().login(version).filter(login -> !login.canLogin()).isPresent(), step, "it can still log in.");
    }

    private void dropRole(String version, RotationStep step) {
        requireFree(version, step);
        on.execute(List.of(LoginSql.dropping(Name.of(ManagedDatabase.loginOf(version)))));
        on.require(on.live().login(version).isEmpty(), step, "it is still there.");
    }

    private void deleteSecret(String version, RotationStep step) {
        on.resources()
                .writing()
                .deleteSecret(on.database(), on.plan().facts().secret(version).orElseThrow());
        on.require(on.resources().readSecret(on.database(), version).absent(), step, "it is still there.");
    }

    private void writeStatus(String version, RotationStep step) {
        on.resources()
                .writing()
                .writeStatus(on.resources().readDatabase(on.database().ref()), version);
        on.require(
                on.resources()
                        .readDatabase(on.database().ref())
                        .currentVersion()
                        .equals(version),
                step,
                "status.currentVersion is not " + version + ".");
    }
}

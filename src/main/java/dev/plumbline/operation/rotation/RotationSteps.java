package dev.plumbline.operation.rotation;

import dev.plumbline.catalog.managed.CredentialsReader;
import dev.plumbline.drift.chain.Retirement;
import dev.plumbline.execute.Pause;
import dev.plumbline.job.CancelToken;
import dev.plumbline.kube.ManagedResources;
import dev.plumbline.model.LockTimeout;
import dev.plumbline.model.Name;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Secret;
import dev.plumbline.model.Sql;
import dev.plumbline.model.StatementTimeout;
import dev.plumbline.model.managed.CredentialSecret;
import dev.plumbline.model.managed.DatabaseMigration;
import dev.plumbline.model.managed.LiveCredentials;
import dev.plumbline.model.managed.ManagedDatabase;
import dev.plumbline.model.managed.MigrationJob;
import dev.plumbline.model.managed.RotationFacts;
import dev.plumbline.model.managed.VersionLogin;
import dev.plumbline.model.upgrade.Seen;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ScramVerifier;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.pg.WritingSession;
import dev.plumbline.plan.rotation.GrantSql;
import dev.plumbline.plan.rotation.RotationPlan;
import dev.plumbline.plan.rotation.RotationPlanner;
import dev.plumbline.plan.rotation.RotationStep;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Does each step of a rotation and reads again whether it is done. The new password lives here between the two steps that need it, and nowhere else. */
final class RotationSteps {
    private static final int PASSWORD_BYTES = 16;
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final RotationPlan plan;
    private final ManagedResources resources;
    private final ServerPools pools;
    private final ConnectionTarget target;
    private final WritingSession session;
    private final Duration jobWait;
    private final CancelToken cancel;
    private @Nullable Secret made;

    RotationSteps(
            RotationPlan plan,
            ManagedResources resources,
            ServerPools pools,
            ConnectionTarget target,
            WritingSession session,
            Duration jobWait,
            CancelToken cancel) {
        this.plan = plan;
        this.resources = resources;
        this.pools = pools;
        this.target = target;
        this.session = session;
        this.jobWait = jobWait;
        this.cancel = cancel;
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
            case RUN_MIGRATION -> migrate(version, step);
            case MAKE_GROUP -> {
                execute(GrantSql.makeGroup(live()));
                require(live().group().exists() && !live().group().powerful(), step, "the group is not there.");
            }
            case GRANT_TABLES -> {
                execute(GrantSql.grants(live()));
                require(GrantSql.grants(live()).isEmpty(), step, "the group does not reach every table.");
            }
            case CREATE_ROLE -> createRole(version, step);
            case SET_PASSWORD -> setPassword(version);
            case WRITE_SECRET -> writeSecret(version, step);
            case WRITE_STATUS -> writeStatus(version, step);
        }
    }

    private LiveCredentials live() {
        return pools.read(target, cancel, reading -> new CredentialsReader().read(reading, cancel));
    }

    private ManagedDatabase database() {
        return plan.facts().database();
    }

    private void requireFree(String version, RotationStep step) {
        Optional<String> inTheWay = inTheWay(version);
        require(inTheWay.isEmpty(), step, inTheWay.orElse(""));
    }

    private Optional<String> inTheWay(String version) {
        RotationFacts before = plan.facts();
        RotationFacts now = new RotationFacts(
                before.database(),
                before.migrations(),
                before.cluster(),
                before.dsnVersion(),
                before.secrets(),
                resources.readUsers(database().ref().namespace()),
                before.jobs(),
                Seen.of(live()),
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
        execute(List.of(RotationPlanner.closing(role)));
        Optional<String> inTheWay = inTheWay(version);
        if (inTheWay.isPresent()) {
            execute(List.of(RotationPlanner.opening(role)));
            require(false, step, inTheWay.get() + " The login was opened again.");
        }
        require(live().login(version).filter(login -> !login.canLogin()).isPresent(), step, "it can still log in.");
    }

    private void dropRole(String version, RotationStep step) {
        requireFree(version, step);
        execute(List.of(RotationPlanner.dropping(Name.of(ManagedDatabase.loginOf(version)))));
        require(live().login(version).isEmpty(), step, "it is still there.");
    }

    private void deleteSecret(String version, RotationStep step) {
        resources
                .writing()
                .deleteSecret(database(), plan.facts().secret(version).orElseThrow());
        require(resources.readSecret(database(), version).absent(), step, "it is still there.");
    }

    private void migrate(String version, RotationStep step) {
        DatabaseMigration migration = plan.facts().migration(version).orElseThrow();
        boolean running = plan.facts()
                .jobs()
                .value()
                .filter(jobs -> jobs.containsKey(version))
                .isPresent();
        if (!running) {
            resources.writing().createJob(database(), migration);
        }
        long deadline = System.nanoTime() + jobWait.toNanos();
        MigrationJob job = resources.readJob(database(), version);
        while (job.state() == MigrationJob.State.PENDING || job.state() == MigrationJob.State.ACTIVE) {
            if (System.nanoTime() >= deadline) {
                throw problem(
                        Problem.Kind.TIMED_OUT,
                        "ROT-JOB-WAIT",
                        step,
                        "Job " + job.name() + " has not ended after " + jobWait.toSeconds() + " s.",
                        "It goes on by itself: rotate again when it has ended.");
            }
            Pause.of(LOOK_EVERY, cancel);
            job = resources.readJob(database(), version);
        }
        require(
                job.state() == MigrationJob.State.SUCCEEDED,
                step,
                "Migration job failed to complete (" + job.name() + "): " + job.failure());
        String current = live().current().value().orElse("");
        require(
                current.equals(version),
                step,
                "Job " + job.name() + " has succeeded, and alembic_version holds \"" + current + "\" instead of "
                        + version + ".");
    }

    private void createRole(String version, RotationStep step) {
        Name role = Name.of(ManagedDatabase.loginOf(version));
        Name group = live().group().role();
        Secret password = password(version, role);
        session.begin(cancel);
        boolean done = false;
        try {
            execute(List.of(
                    Sql.of(
                            "CREATE ROLE %I LOGIN PASSWORD %L",
                            role, ScramVerifier.of(password).reveal()),
                    Sql.of("GRANT %I TO %I", group, role)));
            session.commit();
            done = true;
        } finally {
            if (!done) {
                session.rollback();
            }
        }
        require(live().login(version).filter(VersionLogin::inGroup).isPresent(), step, "it is not in the group.");
        logIn(role, password);
    }

    private void setPassword(String version) {
        Name role = Name.of(ManagedDatabase.loginOf(version));
        Secret password = fresh();
        execute(List.of(Sql.of(
                "ALTER ROLE %I LOGIN PASSWORD %L",
                role, ScramVerifier.of(password).reveal())));
        logIn(role, password);
    }

    /** The only proof that the verifier is right: the login works. */
    private void logIn(Name role, Secret password) {
        ConnectionTarget as = new ConnectionTarget(
                target.host(),
                target.address(),
                target.port(),
                target.database(),
                role,
                password,
                target.tls(),
                target.connectTimeout(),
                target.label(),
                List.of());
        pools.open(as, cancel).close();
    }

    /** A Secret that is there already keeps its password, since an application may have been started with it. */
    private Secret password(String version, Name role) {
        return plan.keptSecret(version)
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

    private void writeSecret(String version, RotationStep step) {
        Secret password = made;
        if (password == null) {
            throw problem(
                    Problem.Kind.INVALID,
                    "ROT-ORDER",
                    step,
                    "no password was made before it.",
                    "Look at the rotation again.");
        }
        String role = ManagedDatabase.loginOf(version);
        Optional<CredentialSecret> present = plan.keptSecret(version);
        if (present.isPresent()) {
            resources.writing().replacePassword(database(), present.get(), role, password);
        } else {
            resources
                    .writing()
                    .createSecret(database(), plan.facts().migration(version).orElseThrow(), role, password);
        }
        boolean written = resources
                .readSecret(database(), version)
                .value()
                .filter(secret -> secret.username().equals(role) && Objects.equals(password, secret.password()))
                .isPresent();
        require(written, step, "it does not hold what was written.");
    }

    private void writeStatus(String version, RotationStep step) {
        resources.writing().writeStatus(resources.readDatabase(database().ref()), version);
        require(
                resources.readDatabase(database().ref()).currentVersion().equals(version),
                step,
                "status.currentVersion is not " + version + ".");
    }

    private void execute(List<Sql> statements) {
        statements.forEach(sql -> session.execute(sql, LockTimeout.DEFAULT, StatementTimeout.DEFAULT, cancel));
    }

    private void require(boolean holds, RotationStep step, String answer) {
        if (!holds) {
            throw problem(Problem.Kind.CONFLICT, "ROT-STEP", step, answer, "Look at the rotation again.");
        }
    }

    private ProblemException problem(Problem.Kind kind, String code, RotationStep step, String answer, String next) {
        return new ProblemException(new Problem(
                kind,
                code,
                "Rotating (" + step.title() + ") for",
                database().ref().shown(),
                answer,
                next));
    }
}

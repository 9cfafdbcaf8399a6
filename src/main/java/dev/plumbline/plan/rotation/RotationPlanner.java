package dev.plumbline.plan.rotation;

import dev.plumbline.drift.chain.HintChecks;
import dev.plumbline.drift.chain.HintFinding;
import dev.plumbline.drift.chain.MigrationChain;
import dev.plumbline.drift.chain.Retirement;
import dev.plumbline.model.Name;
import dev.plumbline.model.RefusedName;
import dev.plumbline.model.Sql;
import dev.plumbline.model.managed.CredentialSecret;
import dev.plumbline.model.managed.DatabaseMigration;
import dev.plumbline.model.managed.LiveCredentials;
import dev.plumbline.model.managed.LiveCredentials.Reached;
import dev.plumbline.model.managed.ManagedDatabase;
import dev.plumbline.model.managed.MigrationJob;
import dev.plumbline.model.managed.RotationFacts;
import dev.plumbline.model.managed.VersionLogin;
import dev.plumbline.plan.rotation.RotationStep.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plans one turn of dba-operator's loop: credentials of two versions ago are taken away, one migration is run, and the credentials of its version are made. Made again from what a stopped
 * run left, the plan holds what is still to be done, since every step is there only as long as its end is not reached.
 */
public final class RotationPlanner {
    private final RotationFacts facts;
    private final ManagedDatabase database;
    private final List<RotationStep> steps = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();
    private final List<String> notes;

    private RotationPlanner(RotationFacts facts) {
        this.facts = facts;
        this.database = facts.database();
        this.notes = new ArrayList<>(facts.gaps());
    }

    public static RotationPlan plan(RotationFacts facts) {
        return new RotationPlanner(facts).plan();
    }

    private RotationPlan plan() {
        Optional<LiveCredentials> live = facts.live().value();
        Optional<String> read = live.flatMap(now -> now.current().value());
        String current = read.orElse(database.currentVersion());
        MigrationChain chain =
                MigrationChain.find(database.ref().namespace(), current, database.desiredVersion(), facts.migrations());
        notes.addAll(chain.notes());
        chain.problem().ifPresent(refusals::add);
        if (live.isEmpty()) {
            refusals.add("The database was not read: " + facts.live().gap());
        } else if (read.isEmpty()) {
            refusals.add("The current version cannot be told: "
                    + live.get().current().gap());
        }
        if (facts.secrets().value().isEmpty()) {
            refusals.add("The Secrets of the versions cannot be seen: "
                    + facts.secrets().gap());
        }
        Optional<DatabaseMigration> next = chain.next();
        List<String> wanted = wanted(current, next);
        List<Retirement> retirements = Retirement.retired(facts, chain, wanted).stream()
                .map(version -> Retirement.of(facts, version))
                .toList();
        List<HintFinding> hints = next.map(migration -> HintChecks.of(database, migration, facts.hints()))
                .orElse(List.of());
        if (refusals.isEmpty() && live.isPresent()) {
            retirements.forEach(retirement -> retire(retirement, live.get()));
            next.ifPresent(migration -> migrate(migration, hints));
            String reached = next.map(DatabaseMigration::version).orElse(current);
            facts.migration(reached).ifPresent(migration -> credentials(migration, live.get(), next.isPresent()));
            status(reached);
            readOnly(next.isPresent());
        }
        return new RotationPlan(
                facts,
                current,
                chain,
                wanted,
                retirements,
                hints,
                steps,
                refusals,
                notes,
                RotationPlan.digestOf(facts, current, steps));
    }

    private List<String> wanted(String current, Optional<DatabaseMigration> next) {
        List<String> wanted = new ArrayList<>();
        if (!current.isEmpty()) {
            wanted.add(current);
            if (next.isEmpty()) {
                facts.migration(current)
                        .map(DatabaseMigration::previous)
                        .filter(previous -> !previous.isEmpty())
                        .ifPresent(wanted::add);
            }
        }
        return wanted;
    }

    private void retire(Retirement retirement, LiveCredentials live) {
        String version = retirement.version();
        Optional<VersionLogin> login = live.login(version);
        Optional<CredentialSecret> secret = facts.secret(version).filter(CredentialSecret::owned);
        if (retirement.light() == Retirement.Light.IN_USE) {
            refusals.addAll(retirement.inUse());
        } else if (retirement.light() == Retirement.Light.UNKNOWN) {
            retirement.unknown().forEach(gap -> refusals.add("It cannot be told " + gap));
        }
        login.filter(VersionLogin::powerful)
                .ifPresent(
                        role -> refusals.add(
                                "Role " + role.role().shown()
                                        + " is more than a login (superuser, CREATEROLE, CREATEDB, REPLICATION or BYPASSRLS): look at it by hand."));
        add(Kind.CHECK_PODS, version, 2, "no pod takes Secret " + retirement.secret(), "read pods and what makes them");
        login.ifPresent(role -> {
            add(Kind.CHECK_SESSIONS, version, 3, "no session of " + role.role().shown(), "read pg_stat_activity");
            if (role.canLogin()) {
                add(
                        Kind.CLOSE_LOGIN,
                        version,
                        4,
                        "nobody new logs in as " + role.role().shown(),
                        closing(role.role()).text());
            }
            add(
                    Kind.DROP_ROLE,
                    version,
                    4,
                    "drop " + role.role().shown(),
                    dropping(role.role()).text());
        });
        secret.ifPresent(found -> add(
                Kind.DELETE_SECRET,
                version,
                4,
                "delete Secret " + found.name(),
                "DELETE secrets/" + found.name() + " as of version " + found.resourceVersion()));
    }

    public static Sql closing(Name role) {
        return Sql.of("ALTER ROLE %I NOLOGIN", role);
    }

    public static Sql opening(Name role) {
        return Sql.of("ALTER ROLE %I LOGIN", role);
    }

    public static Sql dropping(Name role) {
        return Sql.of("DROP ROLE %I", role);
    }

    private void migrate(DatabaseMigration migration, List<HintFinding> hints) {
        String version = migration.version();
        migration.problems().stream()
                .filter(problem -> problem.startsWith("spec.migrationContainerSpec"))
                .forEach(problem -> refusals.add("DatabaseMigration " + version + ": " + problem));
        if (!migration.hints().isEmpty()) {
            add(
                    Kind.CHECK_HINTS,
                    version,
                    5,
                    migration.hints().size() + " hints of what it does",
                    "read the data they speak of");
            hints.stream()
                    .filter(HintFinding::blocks)
                    .filter(finding -> database.hintsEnabled())
                    .forEach(finding -> refusals.add(finding.message()));
        }
        Optional<MigrationJob> job = facts.jobs().value().map(jobs -> jobs.get(version));
        String name = database.jobOf(version);
        if (facts.jobs().value().isEmpty()) {
            refusals.add("The Jobs cannot be seen: " + facts.jobs().gap());
        }
        job.filter(found -> !found.owned())
                .ifPresent(found -> refusals.add("Job " + name + " is there and is not this database's."));
        job.filter(found -> found.owned() && found.state() == MigrationJob.State.FAILED)
                .ifPresent(found -> refusals.add("Migration job failed to complete (" + name + "): " + found.failure()
                        + ". Read its log, delete it, and rotate again."));
        job.filter(found -> found.owned() && found.state() == MigrationJob.State.SUCCEEDED)
                .ifPresent(found -> refusals.add("Job " + name + " has succeeded, and alembic_version does not hold "
                        + version + ": its container must write it."));
        add(
                Kind.RUN_MIGRATION,
                version,
                5,
                "migrate to " + version,
                (job.isPresent() ? "wait for Job " : "create and await Job ") + name + ", image " + migration.image()
                        + ", as of version " + migration.resourceVersion());
    }

    private void credentials(DatabaseMigration migration, LiveCredentials live, boolean pending) {
        String version = migration.version();
        Name role;
        try {
            role = Name.of(ManagedDatabase.loginOf(version));
        } catch (RefusedName refused) {
            refusals.add("No server can store login " + ManagedDatabase.loginOf(version) + ": " + refused.getMessage());
            return;
        }
        group(live, pending);
        Optional<VersionLogin> login =
                live.login(version).filter(found -> !RotationPlan.takesAway(steps, Kind.DROP_ROLE, version));
        Optional<CredentialSecret> secret =
                facts.secret(version).filter(found -> !RotationPlan.takesAway(steps, Kind.DELETE_SECRET, version));
        boolean ours = secret.filter(CredentialSecret::owned).isPresent()
                || login.filter(VersionLogin::inGroup).isPresent();
        secret.filter(found -> !found.owned())
                .ifPresent(found -> refusals.add("Secret " + found.name()
                        + " is there and was not made for this database: rename or delete it."));
        if (login.isPresent() && !ours) {
            refusals.add("Role " + role.shown()
                    + " is there and is not this database's: another one on this server may have a version " + version
                    + ".");
        }
        boolean usable = secret.filter(found -> found.username().equals(role.text()) && found.password() != null)
                .isPresent();
        if (login.isEmpty()) {
            add(
                    Kind.CREATE_ROLE,
                    version,
                    6,
                    "make login " + role.shown(),
                    creating(role, live.group().role()));
        } else if (!usable) {
            login.filter(VersionLogin::powerful)
                    .ifPresent(found ->
                            refusals.add("Role " + role.shown() + " is more than a login: look at it by hand."));
            add(Kind.SET_PASSWORD, version, 6, "a new password for " + role.shown(), settingPassword(role));
        } else if (!login.get().inGroup()) {
            notes.add(role.shown() + " is no member of " + live.group().role().shown()
                    + ": its privileges come from elsewhere, and are left as they are.");
        }
        if (!usable) {
            add(
                    Kind.WRITE_SECRET,
                    version,
                    7,
                    "write Secret " + database.secretOf(version),
                    secret.map(found -> "PATCH secrets/" + found.name() + " as of version " + found.resourceVersion())
                                    .orElse("CREATE secrets/" + database.secretOf(version))
                            + " with username and password ***");
        }
    }

    private static String creating(Name role, Name group) {
        return Sql.of("CREATE ROLE %I LOGIN PASSWORD '***'; GRANT %I TO %I", role, group, role)
                .text();
    }

    private static String settingPassword(Name role) {
        return Sql.of("ALTER ROLE %I LOGIN PASSWORD '***'", role).text();
    }

    private void group(LiveCredentials live, boolean pending) {
        Name group = live.group().role();
        if (live.group().powerful()) {
            refusals.add("Role " + group.shown()
                    + " is not a plain group: who is made a member of it would get more than tables.");
        }
        List<Sql> making = GrantSql.makeGroup(live);
        if (!making.isEmpty()) {
            add(
                    Kind.MAKE_GROUP,
                    group.text(),
                    6,
                    "make group " + group.shown(),
                    Sql.join("; ", making).text());
        }
        List<Sql> grants = GrantSql.grants(live);
        if (pending) {
            add(
                    Kind.GRANT_TABLES,
                    group.text(),
                    6,
                    "the group reaches every table",
                    "GRANT SELECT, INSERT, UPDATE, DELETE on tables and USAGE, SELECT on sequences that the migration makes, to "
                            + Sql.of("%I", group).text());
        } else if (!grants.isEmpty()) {
            add(
                    Kind.GRANT_TABLES,
                    group.text(),
                    6,
                    "the group reaches every table",
                    Sql.join("; ", grants).text());
        }
        List<String> others = live.tables().stream()
                .filter(each -> !each.grantable() && !each.reached())
                .map(Reached::shown)
                .toList();
        if (!others.isEmpty()) {
            notes.add("Not this login's to grant, so left as they are: " + String.join(", ", others) + ".");
        }
    }

    private void status(String reached) {
        if (!steps.isEmpty()
                || !database.currentVersion().equals(reached)
                || !database.errors().isEmpty()) {
            add(
                    Kind.WRITE_STATUS,
                    reached,
                    7,
                    "tell status.currentVersion",
                    "currentVersion " + reached + ", no errors");
        }
    }

    private void readOnly(boolean pending) {
        if (!database.readOnly()) {
            return;
        }
        long mutations = steps.stream().filter(RotationStep::changesDatabase).count();
        if (mutations > 0) {
            refusals.add("DB user reconciliation requires " + mutations + " mutations on a readonly database");
        }
        if (pending) {
            refusals.add("Need to create 1 migration(s) against read only database");
        }
    }

    private void add(Kind kind, String version, int loop, String title, String text) {
        steps.add(new RotationStep(kind, version, loop, title, text));
    }
}

package dev.plumbline.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.access.change.AccessChange;
import dev.plumbline.access.change.ObjectsOfChanges;
import dev.plumbline.catalog.AccessReader;
import dev.plumbline.catalog.SnapshotReader;
import dev.plumbline.catalog.SnapshotScope;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.AccessList;
import dev.plumbline.model.AccessScope;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.SslMode;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.pg.TlsSettings;
import dev.plumbline.plan.CatalogText;
import dev.plumbline.plan.ChangePlanner;
import dev.plumbline.plan.DatabaseTarget;
import dev.plumbline.plan.FixScript;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.PlanConcern;
import dev.plumbline.plan.PlanTarget;
import dev.plumbline.plan.Proof;
import dev.plumbline.plan.RunListener;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.plan.ScriptHeader;
import dev.plumbline.plan.StagedChanges;
import dev.plumbline.plan.UndoScript;
import dev.plumbline.store.Journal;
import dev.plumbline.testing.Psql;
import dev.plumbline.testing.TestPostgres;
import dev.plumbline.testing.TestTargets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * The laws of staged changes, on a real server: proved equals modelled, run is verified, what was predicted of everybody's access is what is read afterwards, staged
 * again is nothing to do, the undo script leads back, and the fix script leads where the run led.
 */
record StagedLaws(TestPostgres server, String database, ConnectionTarget target, Path folder) {
    private static final ScriptHeader HEADER = new ScriptHeader("test", "ada@desk", "2026-11-25T12:00:00Z");

    static StagedLaws of(TestPostgres server, String database, Path folder) {
        return new StagedLaws(server, database, TestTargets.superuser(server, database), folder);
    }

    /** By a login that a test made, with the tests' password. */
    static StagedLaws as(String login, TestPostgres server, String database, Path folder) {
        ConnectionTarget target = ConnectionTarget.of(
                server.host(),
                server.port(),
                Name.of(database),
                Name.of(login),
                TestPostgres.password(),
                TlsSettings.of(SslMode.DISABLE));
        return new StagedLaws(server, database, target, folder);
    }

    /** Which changes, told by the state: asked again for what is staged a second time. */
    @FunctionalInterface
    interface Changes extends Function<AccessSnapshot, List<? extends AccessChange>> {}

    Plan hold(Changes changes) throws Exception {
        try (ServerPools pools = new ServerPools();
                Journal journal = Journal.open(folder.resolve("journal.db"), Clock.systemUTC())) {
            AccessSnapshot before = access(pools);
            Plan plan = plan(pools, before, changes.apply(before));
            assertThat(plan.refusals()).isEmpty();

            Proof proof = new PlanProver(pools, target).prove(plan, new CancelToken());
            assertThat(proof.problem()).isEmpty();
            assertThat(text(proof.after().orElseThrow(), plan)).isEqualTo(text(plan.modelled(), plan));

            RunOutcome outcome = new PlanRunner(
                            pools,
                            target,
                            journal,
                            now -> ChangePlanner.verification(plan, now),
                            DriftedDatabase.BACKGROUND,
                            RunLimits.DEFAULT)
                    .run(plan, DriftedDatabase.approve(plan), RunListener.NONE, new CancelToken());
            assertThat(outcome.ending()).as(outcome.toString()).isEqualTo(RunOutcome.Ending.VERIFIED);
            assertThat(text(read(pools, plan.concern()), plan)).isEqualTo(text(plan.modelled(), plan));
            assertThat(lists(access(pools))).isEqualTo(lists(predicted(before, changes.apply(before))));
            assertThat(plan(pools, before, changes.apply(before)).steps())
                    .as("staged again")
                    .isEmpty();

            psql(UndoScript.write(plan, HEADER));
            assertThat(text(read(pools, plan.concern()), plan)).isEqualTo(text(plan.from(), plan));
            psql(FixScript.write(plan(pools, before, changes.apply(before)), HEADER));
            assertThat(text(read(pools, plan.concern()), plan)).isEqualTo(text(plan.modelled(), plan));

            return plan;
        }
    }

    /** As the login that the plan was made for, which the script's guard asks for. */
    private void psql(String script) throws Exception {
        assertThat(Psql.in(folder).run(server, target.user().text(), database, script))
                .isEqualTo(new Psql.Answer(0, ""));
    }

    Plan plan(ServerPools pools, AccessSnapshot access, List<? extends AccessChange> changes) {
        Snapshot from = read(pools, StagedChanges.toRead(access, changes));
        StagedChanges staged = StagedChanges.of(access, from, changes);
        Plan plan = ChangePlanner.plan(new PlanTarget(null, "", from.server()), from, staged.changes());
        List<Plan.Refusal> refusals = new ArrayList<>(staged.refusals());
        refusals.addAll(plan.refusals());
        return plan.refusing(refusals);
    }

    AccessSnapshot access(ServerPools pools) {
        CancelToken cancel = new CancelToken();
        return pools.read(
                target, cancel, session -> new AccessReader().read(session, new AccessScope(true, false), cancel));
    }

    private Snapshot read(ServerPools pools, PlanConcern concern) {
        CancelToken cancel = new CancelToken();
        SnapshotScope scope = new SnapshotScope(concern.schemas(), concern.owners(), concern.others());
        return pools.read(target, cancel, session -> new SnapshotReader().read(session, scope, cancel));
    }

    private static AccessSnapshot predicted(AccessSnapshot before, List<? extends AccessChange> changes) {
        AccessSnapshot after = ObjectsOfChanges.added(before, changes);
        for (AccessChange change : changes) {
            after = change.applyTo(after);
        }
        return after;
    }

    /** Owner and entries of everything, in an order of their own; a parameter with the built-in list is in the catalog or not. */
    private static List<String> lists(AccessSnapshot snapshot) {
        List<String> lines = new ArrayList<>();
        for (DatabaseObject object : snapshot.objects()) {
            if (object.kind() != ObjectKind.PARAMETER
                    || !sorted(snapshot, object.effectiveAcl())
                            .equals(sorted(snapshot, AccessList.builtIn(object.kind(), object.owner())))) {
                lines.add(object.kind() + " " + object.shown() + " "
                        + snapshot.roles().shown(object.owner()) + " " + sorted(snapshot, object.effectiveAcl()));
            }
        }
        snapshot.columns().stream()
                .filter(column -> column.acl() != null)
                .forEach(column -> lines.add(column.relation() + " " + column.name() + " "
                        + sorted(snapshot, Objects.requireNonNull(column.acl()))));
        snapshot.catalog().memberships().forEach(edge -> lines.add(edge.toString()));
        snapshot.catalog().defaultPrivileges().forEach(rule -> lines.add(rule.toString()));
        return lines.stream().sorted().toList();
    }

    private static List<String> sorted(AccessSnapshot snapshot, AccessList acl) {
        List<String> entries = new ArrayList<>();
        for (int entry = 0; entry < acl.size(); entry++) {
            entries.add(snapshot.roles().shown(acl.grantee(entry)) + "="
                    + new PrivilegeSet(acl.held(entry))
                    + new PrivilegeSet(acl.grantable(entry)) + "/"
                    + snapshot.roles().shown(acl.grantor(entry)));
        }
        return entries.stream().sorted().toList();
    }

    /** The database's built-in list written out: a GRANT and its REVOKE leave it stored, which says the same. */
    private static List<String> text(Snapshot snapshot, Plan plan) {
        DatabaseTarget database = new DatabaseTarget(snapshot.database().name());
        Snapshot written = database.withAcl(snapshot, database.acl(snapshot));
        return CatalogText.lines(written, plan.concern()).stream()
                .map(Object::toString)
                .toList();
    }
}

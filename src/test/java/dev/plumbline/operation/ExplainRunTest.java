package dev.plumbline.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.kube.KubeContexts;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.pg.Dsn;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.pg.WritingSession;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.RepairOptions;
import dev.plumbline.plan.RunOutcome.StepOutcome.State;
import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.sandbox.SandboxOptions;
import dev.plumbline.store.EntryKind;
import dev.plumbline.store.Journal;
import dev.plumbline.store.RunBegun;
import dev.plumbline.store.RunBegun.PlannedStatement;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A console that was killed left a run without an end in the journal; the resource leads back to the server that knows. */
class ExplainRunTest {
    private static final ResourceRef INVOICES =
            new ResourceRef(Sandbox.CONTEXT, "dbops.dbprovision.io", "databases", "team-billing", "invoices");

    private static Sandbox sandbox;

    @TempDir
    private Path folder;

    private ServerPools pools;
    private Journal journal;
    private KubeContexts contexts;
    private CheckOwnership ownership;
    private ExplainRun explain;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(SandboxOptions.temporary());
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void open() {
        Clock clock = Clock.systemUTC();
        pools = new ServerPools();
        journal = Journal.open(folder.resolve("journal.db"), clock);
        contexts = KubeContexts.read(Optional.of(sandbox.kubeconfig()), Map.of(), folder, hash -> false, clock);
        ownership = new CheckOwnership(() -> contexts, pools, clock);
        explain = new ExplainRun(() -> journal, ownership, new PlanConnections(() -> contexts), pools);
    }

    @AfterEach
    void close() {
        contexts.close();
        journal.close();
        pools.close();
    }

    private String beginAsIfKilled() {
        OwnershipReport report = ownership.check(INVOICES, new CancelToken(), Progress.NONE);
        Plan plan = new PlanRepair().plan(report.live().orElseThrow(), report, RepairOptions.ONLY_MISSING);
        assertThat(plan.isEmpty()).isFalse();
        return journal.begin(new RunBegun(
                "ada",
                plan.target().shown(),
                INVOICES,
                plan.target().cluster(),
                plan.target().server(),
                plan.digest(),
                "confirmed",
                1,
                plan.steps().stream()
                        .map(step -> new PlannedStatement(step.id(), step.sql().text(), true))
                        .toList()));
    }

    @Test
    void aRunThatNeverReachedItsCommitTookNoEffect() {
        String run = beginAsIfKilled();
        RunFinding finding = explain.explain(run, new CancelToken(), Progress.NONE);
        assertThat(finding.known()).isTrue();
        assertThat(finding.sentence()).isEqualTo("Nothing of the run took effect.");
        assertThat(finding.steps()).isNotEmpty().allMatch(step -> step.state() == State.ROLLED_BACK);
        assertThat(journal.unfinished()).isEmpty();
        assertThat(explain.explain(run, new CancelToken(), Progress.NONE).sentence())
                .isEqualTo("The run ended: FOUND_NOTHING_STANDS.");
    }

    @Test
    void aRunWhoseTransactionTheServerKnowsAsCommittedStands() {
        String run = beginAsIfKilled();
        journal.append(run, EntryKind.COMMIT_BEGUN, Map.of("transaction", committedTransaction()));
        RunFinding finding = explain.explain(run, new CancelToken(), Progress.NONE);
        assertThat(finding.sentence()).isEqualTo("Every statement of the run took effect.");
        assertThat(finding.steps()).allMatch(step -> step.state() == State.STANDS);
    }

    /** The number of some transaction that was committed on the server. */
    private String committedTransaction() {
        CancelToken cancel = new CancelToken();
        Query number = new Query("a number", "SELECT pg_catalog.txid_current() AS id", List.of());
        try (WritingSession session = pools.open(Dsn.parse(sandbox.dsn(), Map.of(), folder), cancel)) {
            return session.session().ask(List.of(number), cancel).get(0).only().text("id");
        }
    }
}

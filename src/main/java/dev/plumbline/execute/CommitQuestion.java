package dev.plumbline.execute;

import dev.plumbline.catalog.SnapshotReader;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Cancelled;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Snapshot;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.pg.TransactionFate;
import dev.plumbline.pg.WritingSession;
import dev.plumbline.plan.Plan;
import java.time.Duration;

/**
 * Asks the server, by the transaction's id, whether a COMMIT took effect whose answer never came (manual 9.27.8). Only the same database of
 * the same cluster is believed: in another one the number means another transaction.
 */
final class CommitQuestion {
    private final ServerPools pools;
    private final ConnectionTarget target;
    private final Plan plan;

    CommitQuestion(ServerPools pools, ConnectionTarget target, Plan plan) {
        this.pools = pools;
        this.target = target;
        this.plan = plan;
    }

    /** Asks until the server knows or the time is over: it may be gone for a while, or still be busy with the transaction. */
    TransactionFate askFor(Duration time, Duration every, String transactionId) {
        long deadline = System.nanoTime() + time.toNanos();
        TransactionFate fate = askOnce(transactionId);
        while ((fate == TransactionFate.UNKNOWN || fate == TransactionFate.IN_PROGRESS)
                && System.nanoTime() < deadline) {
            Pause.of(every, new CancelToken());
            fate = askOnce(transactionId);
        }
        return fate;
    }

    TransactionFate askOnce(String transactionId) {
        CancelToken whatever = new CancelToken();
        try (WritingSession session = pools.open(target, whatever)) {
            Snapshot now = new SnapshotReader().read(session.session(), PlanScope.of(plan), whatever);
            return StateCheck.otherTarget(plan, now.server()).isEmpty()
                    ? session.fateOf(transactionId, whatever)
                    : TransactionFate.UNKNOWN;
        } catch (ProblemException | Cancelled noAnswer) {
            return TransactionFate.UNKNOWN;
        }
    }
}

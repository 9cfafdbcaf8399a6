package dev.plumbline.execute;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.ProblemException;
import dev.plumbline.pg.WritingSession;
import java.time.Duration;
import java.util.Optional;

/**
 * Held in a database by the console that changes something by a runbook, until its run is closed: consoles on other machines have other folders, and no file that both see. An advisory lock of
 * the session (manual 13.3.5), so a console that dies leaves none behind. Its keys are "PLRB" in ASCII and the hash of the runbook's name, whatever its text is.
 */
public final class RunbookLock implements AutoCloseable {
    private static final int FAMILY = 0x504C5242;
    /** A console that was killed is noticed by the server within this. */
    private static final Duration WAIT = Duration.ofSeconds(3);

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final WritingSession session;
    private final AdvisoryLock lock;

    /** @param session used for nothing else; closed with this */
    public RunbookLock(WritingSession session, String runbook) {
        this.session = session;
        this.lock = new AdvisoryLock(FAMILY, runbook.hashCode());
    }

    /** @return who holds it; empty when it is ours now */
    public Optional<String> take(CancelToken cancel) {
        long deadline = System.nanoTime() + WAIT.toNanos();
        while (!lock.tryTake(session.session(), cancel)) {
            if (System.nanoTime() >= deadline) {
                return Optional.of(lock.heldBy(session.session(), cancel));
            }
            Pause.of(LOOK_EVERY, cancel);
        }
        return Optional.empty();
    }

    /** Whether the session that holds it still stands. */
    public boolean isHeld(CancelToken cancel) {
        try {
            return lock.holders(session.session(), cancel).stream().findAny().isPresent();
        } catch (ProblemException gone) {
            return false;
        }
    }

    @Override
    public void close() {
        session.close();
    }
}

package dev.plumbline.execute;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.LockStrategy;
import dev.plumbline.model.ProblemException;
import java.time.Duration;

/** Tries again what was locked out, as often and after such pauses as the run's strategy says. Each attempt is told to the journal and to whoever listens. */
final class Attempts {
    private final Run.Tools tools;
    private final RunLog log;

    Attempts(Run.Tools tools, RunLog log) {
        this.tools = tools;
        this.log = log;
    }

    /** Something that leaves nothing behind when it is locked out. */
    interface Attempt {
        /** @param number from 1 */
        void run(int number);
    }

    /** @throws ProblemException of the last attempt; {@link dev.plumbline.job.Cancelled} also during a pause */
    void run(boolean repeatable, CancelToken cancel, Attempt attempt) {
        LockStrategy strategy = tools.limits().locks();
        for (int number = 1; ; number++) {
            try {
                attempt.run(number);
                return;
            } catch (LockedOut out) {
                if (!repeatable || number >= strategy.attempts()) {
                    throw new ProblemException(out.problem(), out);
                }
                tell(out, number, strategy);
                Pause.of(strategy.pauseAfter(number), cancel);
            }
        }
    }

    private void tell(LockedOut out, int number, LockStrategy strategy) {
        Duration pause = strategy.pauseAfter(number);
        String sentence = "Attempt " + number + " of " + strategy.attempts() + " got no lock: "
                + out.problem().answer() + " Nothing of it stands; the next one begins in " + LockStrategy.shown(pause)
                + ".";
        log.note(sentence);
        tools.listener().again(sentence);
    }
}

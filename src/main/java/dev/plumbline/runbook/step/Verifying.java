package dev.plumbline.runbook.step;

import dev.plumbline.job.CancelToken;
import dev.plumbline.runbook.document.Block;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks a check until it holds as many times in a row as its {@code stable=} says (once where it says nothing), or its {@code timeout=} is over (at once where there is none). One that held and then did not is
 * told as flickering.
 */
public final class Verifying {
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private Verifying() {}

    public static CheckAnswer until(Block block, StepScope scope, StepListener listener, CancelToken cancel) {
        int wanted = Math.max(1, number(block.attribute(Block.STABLE)));
        long deadline =
                System.nanoTime() + block.timeout().orElse(Duration.ZERO).toNanos();
        int inARow = 0;
        int fell = 0;
        while (true) {
            CheckAnswer answer = Checking.ask(block, scope, cancel);
            cancel.check();
            if (answer.holds()) {
                inARow++;
            } else {
                fell += inARow > 0 ? 1 : 0;
                inARow = 0;
            }
            listener.heard(answer.sentence());
            if (inARow >= wanted) {
                return fell == 0 ? answer : flickered(answer, fell);
            }
            boolean over = System.nanoTime() - deadline >= 0;
            if (over && inARow == 0) {
                return fell == 0 ? answer : flickered(answer, fell);
            }
            Interval.await(BETWEEN, cancel);
        }
    }

    private static CheckAnswer flickered(CheckAnswer answer, int fell) {
        List<String> evidence = new ArrayList<>(answer.evidence());
        evidence.add("It flickers: " + fell + " times it held and then did not.");
        return new CheckAnswer(answer.finding(), answer.sentence(), evidence);
    }

    private static int number(String text) {
        return text.matches("[1-9][0-9]?") ? Integer.parseInt(text) : 1;
    }
}

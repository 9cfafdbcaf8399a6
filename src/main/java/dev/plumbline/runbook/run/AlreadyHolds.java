package dev.plumbline.runbook.run;

import dev.plumbline.job.CancelToken;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.BlockKind;
import dev.plumbline.runbook.step.CheckAnswer;
import dev.plumbline.runbook.step.Checking;
import dev.plumbline.runbook.step.Prepared;
import dev.plumbline.runbook.step.Preview;
import dev.plumbline.runbook.step.Ran;
import dev.plumbline.runbook.step.StepApproval;
import dev.plumbline.runbook.step.StepListener;
import dev.plumbline.runbook.step.StepScope;
import dev.plumbline.runbook.step.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Statements of a {@code sql change} whose checks hold before they are sent: it is so already, and nothing is sent. The statements themselves cannot tell, the checks can. */
final class AlreadyHolds implements Prepared {
    private final Preview preview;
    private final Prepared ready;

    private AlreadyHolds(Preview preview, Prepared ready) {
        this.preview = preview;
        this.ready = ready;
    }

    /** The step as it was prepared where it is none of these. */
    static Prepared of(Block block, List<Block> checks, StepScope scope, Prepared ready, CancelToken cancel) {
        if (block.kind() != BlockKind.SQL_CHANGE || checks.isEmpty()) {
            return ready;
        }
        List<String> lines = new ArrayList<>(List.of("What is to verify it holds already; nothing would be sent."));
        for (Block check : checks) {
            CheckAnswer answer = Checking.ask(check, scope, cancel);
            if (!answer.holds()) {
                return ready;
            }
            lines.add(answer.sentence());
        }
        return holding(ready, lines);
    }

    /** @param lines what says that it holds */
    static AlreadyHolds holding(Prepared ready, List<String> lines) {
        Preview found = ready.preview();
        return new AlreadyHolds(
                new Preview(
                        Verdict.ALREADY_SO,
                        found.stepClass(),
                        found.target(),
                        found.command(),
                        lines,
                        Map.of(),
                        found.typed(),
                        found.digest(),
                        found.at()),
                ready);
    }

    @Override
    public Preview preview() {
        return preview;
    }

    /** An earlier console may have sent it. */
    @Override
    public Map<String, String> marks() {
        return ready.marks();
    }

    @Override
    public Ran run(StepApproval approval, StepListener listener, CancelToken cancel) {
        return Ran.of("already so, nothing was sent", preview.lines());
    }
}

package dev.plumbline.runbook.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.SafeMode;
import dev.plumbline.runbook.document.StepClass;
import dev.plumbline.runbook.step.Prepared;
import dev.plumbline.runbook.step.Preview;
import dev.plumbline.runbook.step.Ran;
import dev.plumbline.runbook.step.StepApproval;
import dev.plumbline.runbook.step.StepListener;
import dev.plumbline.runbook.step.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AlreadyHoldsTest {
    private static final Preview WOULD_CHANGE = new Preview(
            Verdict.WOULD_CHANGE,
            StepClass.CHANGE,
            "database shop",
            "DELETE FROM public.note",
            List.of(),
            Map.of("statement-1", "DELETE FROM public.note"),
            "shop",
            "d1",
            Instant.EPOCH);

    /** An earlier console may have sent it: what tells is written down anew, although nothing is sent now. */
    @Test
    void whatHoldsAlreadyIsNotSentAndStillTellsByItsMarksWhetherItWasSentBefore() {
        Prepared sends = new Prepared() {
            @Override
            public Preview preview() {
                return WOULD_CHANGE;
            }

            @Override
            public Map<String, String> marks() {
                return Map.of("plan", "p1", "after", "20260101-0a");
            }

            @Override
            public Ran run(StepApproval approval, StepListener listener, CancelToken cancel) {
                throw new AssertionError("nothing is to be sent");
            }
        };
        AlreadyHolds holds = AlreadyHolds.holding(sends, List.of("The answer is 0."));
        assertThat(holds.marks()).isEqualTo(Map.of("plan", "p1", "after", "20260101-0a"));
        assertThat(holds.preview().verdict()).isEqualTo(Verdict.ALREADY_SO);
        assertThat(holds.preview().destructive())
                .as("nothing is lost by sending nothing")
                .isEmpty();
        Ran ran = holds.run(
                new StepApproval("d1", Set.of(), "", SafeMode.CONFIRM, "a test"), StepListener.NONE, new CancelToken());
        assertThat(ran.summary()).isEqualTo("already so, nothing was sent");
        assertThat(ran.evidence()).containsExactly("The answer is 0.");
    }
}

package dev.plumbline.runbook.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.model.ProblemException;
import dev.plumbline.model.SafeMode;
import dev.plumbline.runbook.document.StepClass;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is destructive only because its author says so is allowed by itself as well. */
class PreparingTest {
    @Test
    void whatWasRaisedToDestructiveIsAllowedAsAWhole() {
        Prepared prepared = prepared(StepClass.DESTRUCTIVE, Verdict.CANNOT_TELL);
        assertThat(prepared.preview().destructive())
                .hasSize(1)
                .containsValue("SELECT pg_terminate_backend(pid) FROM pg_stat_activity");
        assertThatThrownBy(() -> prepared.requireAllowed(approval(Set.of())))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("was not allowed");
        Set<String> all = prepared.preview().destructive().keySet();
        assertThatCode(() -> prepared.requireAllowed(approval(all))).doesNotThrowAnyException();
    }

    @Test
    void aChangeAndWhatIsSoAlreadyAskNothing() {
        assertThat(prepared(StepClass.CHANGE, Verdict.CANNOT_TELL).preview().destructive())
                .isEmpty();
        assertThat(prepared(StepClass.DESTRUCTIVE, Verdict.ALREADY_SO).preview().destructive())
                .isEmpty();
    }

    private static Prepared prepared(StepClass stepClass, Verdict verdict) {
        Preview preview = new Preview(
                verdict,
                stepClass,
                "database billing",
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity\nWHERE pid = 1",
                List.of(),
                Map.of(),
                "billing",
                "digest",
                Instant.EPOCH);
        return Preparing.of(preview, (approval, listener, cancel) -> Ran.of("done", List.of()));
    }

    private static StepApproval approval(Set<String> allowed) {
        return new StepApproval("digest", allowed, "", SafeMode.CONFIRM, "a test");
    }
}

package dev.plumbline.cli.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.runbook.document.StepClass;
import dev.plumbline.runbook.step.Preview;
import dev.plumbline.runbook.step.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConfirmedNamesTest {
    private static final Set<String> STEPS = Set.of("repair", "delete");

    @Test
    void everyStepThatAsksForANameFindsItAmongThoseThatWereGiven() {
        ConfirmedNames names = new ConfirmedNames(List.of("payments", "purchase-order"));
        assertThat(typed(names, "repair", "payments")).isEqualTo("payments");
        assertThat(typed(names, "delete", "purchase-order")).isEqualTo("purchase-order");
        assertThat(typed(names, "delete", "invoices"))
                .as("told as it was typed, and refused")
                .isEqualTo("payments");
    }

    @Test
    void aNameForOneStepCountsForNoOther() {
        ConfirmedNames names = new ConfirmedNames(List.of("repair=payments", "delete=purchase-order"));
        assertThat(typed(names, "repair", "payments")).isEqualTo("payments");
        assertThat(typed(names, "delete", "purchase-order")).isEqualTo("purchase-order");
        assertThat(typed(names, "delete", "payments")).isEqualTo("purchase-order");
        assertThat(typed(new ConfirmedNames(List.of("repair=payments", "invoices")), "repair", "invoices"))
                .as("a step with a name of its own takes no other")
                .isEqualTo("payments");
    }

    @Test
    void anEqualsSignBehindAnythingButAStepBelongsToTheName() {
        assertThat(typed(new ConfirmedNames(List.of("a=b")), "repair", "a=b")).isEqualTo("a=b");
        assertThat(typed(new ConfirmedNames(List.of("repiar=payments")), "repair", "payments"))
                .as("a step that was written wrong confirms nothing")
                .isEqualTo("repiar=payments");
        assertThat(typed(new ConfirmedNames(List.of()), "repair", "payments")).isEmpty();
    }

    private static String typed(ConfirmedNames names, String step, String asked) {
        Preview preview = new Preview(
                Verdict.WOULD_CHANGE, StepClass.CHANGE, "", "", List.of(), Map.of(), asked, "digest", Instant.EPOCH);
        return names.typedFor(step, preview, STEPS);
    }
}

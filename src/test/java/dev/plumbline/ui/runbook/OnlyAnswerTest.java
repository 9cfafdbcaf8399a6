package dev.plumbline.ui.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OnlyAnswerTest {
    private final OnlyAnswer needed = new OnlyAnswer(true);

    private static Offer of(Offer.State state, String... names) {
        return new Offer(state, List.of(names), "", false);
    }

    @Test
    void theOnlyAnswerIsTakenWhereOneIsNeeded() {
        assertThat(needed.of(of(Offer.State.LISTED, "a"), "")).contains("a");
        assertThat(needed.isTaken(of(Offer.State.LISTED, "a"), "a")).isTrue();
        assertThat(new OnlyAnswer(false).of(of(Offer.State.LISTED, "a"), "")).isEmpty();
        assertThat(new OnlyAnswer(true).of(of(Offer.State.LISTED, "a", "b"), ""))
                .isEmpty();
    }

    @Test
    void ofAListThatMayLackSomethingNoneIsTaken() {
        assertThat(needed.of(of(Offer.State.UNKNOWN, "a"), "")).isEmpty();
        assertThat(needed.of(of(Offer.State.LOADING, "a"), "")).isEmpty();
        assertThat(needed.of(new Offer(Offer.State.LISTED, List.of("a"), "", false, false), ""))
                .as("another has a name that no field can hold")
                .isEmpty();
    }

    @Test
    void anAnswerGoesWithItsListAndWhatSomebodyWroteStays() {
        assertThat(needed.of(of(Offer.State.LISTED, "a"), "")).contains("a");
        assertThat(needed.of(of(Offer.State.LISTED, "b"), "a")).contains("b");
        assertThat(needed.of(of(Offer.State.EMPTY), "b")).contains("");
        assertThat(needed.of(of(Offer.State.LISTED, "a"), "written")).isEmpty();
        assertThat(needed.of(of(Offer.State.LISTED, "a"), "")).contains("a");
        assertThat(needed.of(of(Offer.State.LISTED, "a", "b"), "a")).isEmpty();
        assertThat(needed.isTaken(of(Offer.State.LISTED, "a", "b"), "a")).isFalse();
    }
}

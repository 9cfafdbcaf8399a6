package dev.plumbline.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.State;
import dev.plumbline.model.ResourceRef;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CheckedStatesTest {
    private static final Instant THEN = Instant.parse("2026-11-27T02:00:00Z");
    private final CheckedStates checked = new CheckedStates();

    @Test
    void whatARunMayHaveChangedIsNotKnownUntilItIsReadAgain() {
        ResourceRef changed = new ResourceRef("one", "velocity.sh", "schemadefinitions", "sales", "orders");
        ResourceRef other = new ResourceRef("two", "velocity.sh", "schemadefinitions", "sales", "orders");
        checked.report(changed, State.DRIFT, 5);
        checked.report(other, State.DRIFT, 8);
        checked.changed(ref -> ref.context().equals("one"), THEN);
        assertThat(checked.states())
                .containsEntry(changed, new CheckedStates.Checked(State.UNKNOWN, 0))
                .containsEntry(other, new CheckedStates.Checked(State.DRIFT, 8));
        assertThat(checked.changedAt(changed)).isEqualTo(THEN);
        assertThat(checked.changedAt(other)).isEqualTo(Instant.EPOCH);
    }

    @Test
    void theLatestOfManyChangesCounts() {
        ResourceRef changed = new ResourceRef("one", "velocity.sh", "schemadefinitions", "sales", "orders");
        checked.changed(changed::equals, THEN.plusSeconds(1));
        checked.changed(ref -> true, THEN);
        assertThat(checked.changedAt(changed)).isEqualTo(THEN.plusSeconds(1));
    }
}

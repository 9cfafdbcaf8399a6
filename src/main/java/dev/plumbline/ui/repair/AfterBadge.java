package dev.plumbline.ui.repair;

import dev.plumbline.drift.CheckResult;
import dev.plumbline.drift.State;
import dev.plumbline.operation.RepairResult;
import dev.plumbline.plan.Proof;
import dev.plumbline.plan.RunOutcome.Ending;
import dev.plumbline.ui.text.Age;
import dev.plumbline.ui.text.CountWords;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What the third pane rests on: a model, a scratch server, a proof by rolling back, or what was really read after the run. */
public record AfterBadge(String pane, String text, Kind kind) {
    public enum Kind {
        MODELLED,
        PROVED,
        NOT_PROVED,
        ZERO_DIFFERENCES,
        DIFFERENCES,
        NOT_READ
    }

    static final AfterBadge MODELLED = new AfterBadge("After", "modelled", Kind.MODELLED);

    /** {@code structure}: how many things differ from what is wanted, as read after a run that changes structure. */
    static AfterBadge of(@Nullable Proof proof, @Nullable RepairResult result, Optional<StructureDetail> structure) {
        if (result != null && result.outcome().ending() != Ending.REFUSED) {
            return structure
                    .map(detail -> detail.tried().orElseGet(() -> ofStructure(detail.left())))
                    .orElseGet(() -> ofRun(result));
        }
        if (proof == null) {
            return structure
                    .flatMap(StructureDetail::basis)
                    .map(basis -> new AfterBadge("After", basis, Kind.MODELLED))
                    .orElse(MODELLED);
        }
        return proof.after().isPresent()
                ? new AfterBadge("After", "proved ✓ rolled back in " + Age.of(proof.took()), Kind.PROVED)
                : new AfterBadge("After", "proof failed ✕ rolled back", Kind.NOT_PROVED);
    }

    private static AfterBadge ofStructure(OptionalLong left) {
        if (left.isEmpty()) {
            return new AfterBadge("After", "not read again", Kind.NOT_READ);
        }
        return left.getAsLong() == 0
                ? new AfterBadge("Actually now", "zero differences ✓", Kind.ZERO_DIFFERENCES)
                : new AfterBadge(
                        "Actually now",
                        CountWords.of(left.getAsLong(), "thing still differs", "things still differ"),
                        Kind.DIFFERENCES);
    }

    private static AfterBadge ofRun(RepairResult result) {
        if (result.outcome().verifiedState().isEmpty()) {
            return new AfterBadge("After", "not read again", Kind.NOT_READ);
        }
        long left = result.outcome().remaining().stream()
                .map(CheckResult::state)
                .filter(state -> state != State.OK && state != State.NOT_APPLICABLE)
                .count();
        Ending ending = result.outcome().ending();
        if (ending != Ending.VERIFIED && ending != Ending.DONE_NOT_VERIFIED && left == 0) {
            return new AfterBadge("Actually now", "read again", Kind.NOT_READ);
        }
        return left == 0
                ? new AfterBadge("Actually now", "zero differences ✓", Kind.ZERO_DIFFERENCES)
                : new AfterBadge(
                        "Actually now",
                        CountWords.of(left, "check still differs", "checks still differ"),
                        Kind.DIFFERENCES);
    }
}

package dev.plumbline.drift.defaults;

import dev.plumbline.drift.RuleComparison;
import dev.plumbline.model.AclItem;
import java.util.List;
import java.util.Optional;

/**
 * Where a creator and a column meet. {@code stored} is the ACL of the rule that stands there, empty when none does; {@code wanted} what the ownership
 * model asks for, compared. {@code note} is a sentence about what is odd, or empty.
 */
public record MatrixCell(
        MatrixRow row,
        MatrixColumn column,
        CellState state,
        List<Chip> chips,
        Optional<List<AclItem>> stored,
        Optional<RuleComparison> wanted,
        String note) {
    public MatrixCell {
        chips = List.copyOf(chips);
    }

    /** {@code db_billing_owner · ledger · tables}. */
    public String shown() {
        return row.creator().shown() + " · " + column.shown();
    }

    /** True when there is anything to say: a rule, something asked for, or a creator without one. */
    public boolean isInteresting() {
        return state != CellState.NONE && state != CellState.GLOBAL_ONLY || wanted.isPresent();
    }
}

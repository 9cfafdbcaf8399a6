package dev.plumbline.plan;

import dev.plumbline.drift.DefaultRule;
import dev.plumbline.drift.Finding;
import dev.plumbline.model.OwnershipModel;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every default privilege that is already there is granted once more, as the original command does; nothing changes by it. */
final class ReapplyPlanner {
    private ReapplyPlanner() {}

    static void plan(RepairDraft draft, OwnershipModel.Auto wanted, List<Finding> findings) {
        Set<DefaultRule> missing = new HashSet<>();
        for (Finding finding : findings) {
            if (finding instanceof Finding.DefaultPrivilegeMissing lacking) {
                missing.add(lacking.rule());
            }
        }
        for (DefaultRule.Direction direction : DefaultRule.Direction.values()) {
            for (DefaultRule rule : DefaultRule.of(wanted, direction)) {
                if (!missing.contains(rule)) {
                    String reason = DefaultPrivilegePlanner.named(rule) + " are as they should be; granted once more.";
                    draft.optionally(() -> DefaultPrivilegePlanner.grant(
                            draft,
                            direction.checkCode(),
                            rule,
                            rule.privileges(),
                            StepGroup.REAPPLY,
                            StepId.reapply(rule),
                            reason));
                }
            }
        }
    }
}

package dev.plumbline.drift.defaults;

import dev.plumbline.drift.DefaultRule;
import dev.plumbline.drift.RuleComparison;
import java.util.Collection;

/** How many of a direction's rules are there: {@code forward 9/9}. */
public record Counter(DefaultRule.Direction direction, int present, int asked) {
    static Counter of(DefaultRule.Direction direction, Collection<RuleComparison> compared) {
        return new Counter(
                direction,
                (int) compared.stream().filter(RuleComparison::present).count(),
                compared.size());
    }

    public boolean complete() {
        return present == asked;
    }

    public String shown() {
        return direction.word() + " " + present + "/" + asked;
    }
}

package dev.plumbline.plan;

import dev.plumbline.model.Product;
import java.util.ArrayList;
import java.util.List;

/**
 * Steps that stand or fall together: one transaction, or a single statement that is its own. CockroachDB commits before each schema change
 * ({@code autocommit_before_ddl}, on by default from v25.1), so there every statement is its own.
 */
public record Bracket(List<Step> steps, boolean transaction) {
    public Bracket {
        steps = List.copyOf(steps);
    }

    /** Those of a plan, in the order in which they run. */
    public static List<Bracket> of(Plan plan) {
        boolean brackets = plan.target().server().version().product() == Product.POSTGRESQL;
        List<Bracket> all = new ArrayList<>();
        List<Step> together = new ArrayList<>();
        for (Step step : plan.steps()) {
            if (!together.isEmpty() && !together.get(0).bracket().equals(step.bracket())) {
                close(together, all);
            }
            if (brackets && step.transactional()) {
                together.add(step);
            } else {
                close(together, all);
                all.add(new Bracket(List.of(step), false));
            }
        }
        close(together, all);
        return all;
    }

    private static void close(List<Step> together, List<Bracket> all) {
        if (!together.isEmpty()) {
            all.add(new Bracket(together, true));
            together.clear();
        }
    }
}

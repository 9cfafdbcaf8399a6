package dev.plumbline.runbook.lint.rule;

import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.BlockKind;
import dev.plumbline.runbook.lint.Found;
import dev.plumbline.runbook.lint.KindFacts;
import dev.plumbline.runbook.lint.KubeUse;
import dev.plumbline.runbook.lint.RunbookCode;
import dev.plumbline.runbook.lint.RunbookRule;
import dev.plumbline.runbook.lint.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** RB502: after a resource that stands for a table was deleted or applied, a wait for pods, which are ready all the time. */
public final class PodsForTable implements RunbookRule {
    @Override
    public RunbookCode code() {
        return RunbookCode.RB502;
    }

    @Override
    public List<Found> look(Subject subject) {
        List<Found> found = new ArrayList<>();
        for (Block wait : subject.ofKind(BlockKind.KUBE_WAIT).toList()) {
            boolean isForPods = KubeUse.of(wait).stream()
                    .flatMap(use -> use.facts().stream())
                    .anyMatch(facts -> facts.kind().equals("Pod"));
            Optional<KindFacts> changed = subject.before(wait).stream()
                    .filter(each -> subject.classOf(each).changes())
                    .reduce((first, second) -> second)
                    .flatMap(each -> KubeUse.of(each).stream().findFirst())
                    .flatMap(KubeUse::facts)
                    .filter(facts -> !facts.standsFor().isEmpty());
            if (isForPods && changed.isPresent()) {
                found.add(new Found(
                        wait.place(),
                        "Pods that are ready say nothing of the "
                                + changed.get().standsFor() + " that the "
                                + changed.get().kind() + " stands for: they were ready before.",
                        "A check that asks the database, such as SELECT to_regclass(…) IS NULL."));
            }
        }
        return found;
    }
}

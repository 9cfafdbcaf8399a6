package dev.plumbline.runbook.lint.rule;

import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.BlockKind;
import dev.plumbline.runbook.lint.Found;
import dev.plumbline.runbook.lint.KubeUse;
import dev.plumbline.runbook.lint.RunbookCode;
import dev.plumbline.runbook.lint.RunbookRule;
import dev.plumbline.runbook.lint.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** RB201: a workload that a step deletes and a later step restarts: nothing is left to restart, unless something made it again in between. */
public final class DeletedThenRestarted implements RunbookRule {
    private static final Set<String> WORKLOADS = Set.of("Deployment", "StatefulSet", "DaemonSet", "ReplicaSet");

    @Override
    public RunbookCode code() {
        return RunbookCode.RB201;
    }

    static boolean isWorkload(KubeUse use) {
        return use.facts().filter(facts -> WORKLOADS.contains(facts.kind())).isPresent();
    }

    @Override
    public List<Found> look(Subject subject) {
        List<Found> found = new ArrayList<>();
        for (Block restart : subject.ofKind(BlockKind.KUBE_RESTART).toList()) {
            KubeUse restarted = KubeUse.of(restart).stream().findFirst().orElse(null);
            if (restarted == null) {
                continue;
            }
            List<Block> before = subject.before(restart);
            for (Block delete : before) {
                boolean isMadeAgain = before.subList(before.indexOf(delete), before.size()).stream()
                        .anyMatch(each -> each.kind() == BlockKind.KUBE_APPLY);
                if (delete.kind() == BlockKind.KUBE_DELETE
                        && !isMadeAgain
                        && KubeUse.of(delete).stream()
                                .anyMatch(use -> isWorkload(use) && isSame(subject, use, restarted))) {
                    found.add(new Found(
                            restart.place(),
                            subject.resolved(restarted.kind() + " " + restarted.name())
                                    + " was deleted by the step " + delete.id()
                                    + ": nothing is left that could be restarted.",
                            "Take the delete out; a restart alone makes new pods."));
                }
            }
        }
        return found;
    }

    private static boolean isSame(Subject subject, KubeUse one, KubeUse other) {
        return one.facts().equals(other.facts())
                && subject.resolved(one.name()).equals(subject.resolved(other.name()))
                && subject.resolved(one.namespace()).equals(subject.resolved(other.namespace()));
    }
}

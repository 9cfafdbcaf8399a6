package dev.plumbline.runbook.lint.rule;

import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.lint.Found;
import dev.plumbline.runbook.lint.KindFacts;
import dev.plumbline.runbook.lint.KubeUse;
import dev.plumbline.runbook.lint.RunbookCode;
import dev.plumbline.runbook.lint.RunbookRule;
import dev.plumbline.runbook.lint.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** RB501: a wait, or a check, for a condition, field or phase that the kind's controller never writes. */
public final class WaitForNothing implements RunbookRule {
    @Override
    public RunbookCode code() {
        return RunbookCode.RB501;
    }

    @Override
    public List<Found> look(Subject subject) {
        List<Found> found = new ArrayList<>();
        for (Block block : subject.blocks()) {
            for (KubeUse use : KubeUse.of(block)) {
                use.facts().ifPresent(facts -> look(block, facts, found));
            }
        }
        return found;
    }

    private static void look(Block block, KindFacts facts, List<Found> found) {
        Waits.condition(block)
                .ifPresent(condition -> facts.conditions().ifPresent(known -> {
                    if (known.stream().noneMatch(condition::equalsIgnoreCase)) {
                        found.add(new Found(
                                Subject.at(block, condition),
                                "Nothing ever sets the condition " + condition + " of a " + facts.kind() + ": "
                                        + (known.isEmpty()
                                                ? "its controller writes no conditions."
                                                : "its controller writes " + sorted(known) + "."),
                                known.isEmpty() ? elsewhere(facts) : "Ask for one of those."));
                    }
                }));
        Waits.values(block).forEach((path, value) -> {
            String first = path.replaceFirst("^\\.status\\.", "").split("[.\\[]", 2)[0];
            if (!path.startsWith(".status.") || facts.status().isEmpty()) {
                return;
            }
            Set<String> written = facts.status().get();
            if (!written.contains(first)) {
                found.add(new Found(
                        Subject.at(block, path),
                        "Nothing ever writes " + path + " of a " + facts.kind() + ".",
                        written.isEmpty() ? "" : "Its controller writes " + sorted(written) + "."));
            } else if (path.equals(".status.phase")
                    && !facts.phases().isEmpty()
                    && !value.contains("${")
                    && !facts.phases().contains(value)) {
                found.add(new Found(
                        Subject.at(block, path),
                        "A " + facts.kind() + " never has the phase " + value + ".",
                        "It has " + sorted(facts.phases()) + "."));
            }
        });
    }

    private static String elsewhere(KindFacts facts) {
        return facts.kind().equals("SchemaDefinition")
                ? "check drift: {kind: schemadefinition, …} looks at the table itself; .status.phase says Ready even when the table has drifted since."
                : facts.status()
                        .filter(written -> !written.isEmpty())
                        .map(written -> "It writes " + sorted(written) + " into its status.")
                        .orElse("");
    }

    private static String sorted(Set<String> words) {
        return String.join(", ", words.stream().sorted().toList());
    }
}

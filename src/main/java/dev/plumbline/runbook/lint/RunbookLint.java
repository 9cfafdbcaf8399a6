package dev.plumbline.runbook.lint;

import dev.plumbline.runbook.document.Fault;
import dev.plumbline.runbook.document.Runbook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Judges a runbook by the rules without running it; faults of the reader are findings too. */
public final class RunbookLint {
    private final List<RunbookRule> rules;

    public RunbookLint() {
        this(RunbookRules.all());
    }

    RunbookLint(List<RunbookRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** Without a cluster: of kinds only those are judged that the program knows itself. */
    public List<RunbookFinding> lint(Runbook runbook) {
        return lint(runbook, ClusterSchema.none());
    }

    /** In the order of the document. */
    public List<RunbookFinding> lint(Runbook runbook, ClusterSchema schema) {
        List<RunbookFinding> findings = new ArrayList<>();
        for (Fault fault : runbook.faults()) {
            findings.add(
                    new RunbookFinding(fault.place(), fault.code(), Severity.ERROR, fault.message(), fault.next()));
        }
        Subject subject = new Subject(runbook, schema);
        for (RunbookRule rule : rules) {
            for (Found found : rule.look(subject)) {
                findings.add(new RunbookFinding(
                        found.place(), rule.code().name(), rule.code().severity(), found.message(), found.next()));
            }
        }
        findings.sort(Comparator.comparing(
                        (RunbookFinding each) -> !each.place().file().equals(runbook.name()))
                .thenComparing(each -> each.place().file())
                .thenComparingInt(each -> each.place().line())
                .thenComparing(RunbookFinding::code));
        return findings;
    }
}

package dev.plumbline.runbook.bundle;

import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.BlockKind;
import dev.plumbline.runbook.run.StepState;
import dev.plumbline.runbook.run.StepStatus;
import dev.plumbline.runbook.transcript.EntryKind;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The section for after the incident: what the transcript knows is filled in, the rest is asked. */
final class PostIncident {
    private final RunReport report;
    private final List<String> lines;

    PostIncident(RunReport report, List<String> lines) {
        this.report = report;
        this.lines = lines;
    }

    void write() {
        lines.add("## Post-incident");
        lines.add("");
        lines.add("### What is known");
        lines.add("");
        lines.add("- Time from the first entry to the last: "
                + TranscriptMarkdown.time(report.took().toMillis()) + ".");
        lines.add("- Steps: " + report.state().count(StepStatus.VERIFIED) + " verified, "
                + report.state().count(StepStatus.SKIPPED) + " skipped, "
                + report.state().count(StepStatus.NOT_CHOSEN)
                + " of ways that were not chosen, " + unfinished() + " not done.");
        lines.add("- People: " + TranscriptMarkdown.inline(String.join(", ", people())) + ".");
        changes();
        lines.add("");
        lines.add("### Root cause");
        lines.add("");
        lines.add(
                "- [ ] What was the first thing that went wrong, and when? (The first entry above is when somebody looked.)");
        lines.add("- [ ] What made it possible, and who or what noticed it?");
        lines.add("- [ ] Who was touched by it, from when to when?");
        questions();
        lines.add("");
        lines.add("### Follow-ups");
        lines.add("");
        followUps();
        lines.add("- [ ] What keeps it from happening again, who does it, and until when?");
        lines.add("- [ ] What of this runbook was wrong or missing?");
    }

    private long unfinished() {
        return report.state().steps().stream()
                .filter(step -> !step.status().isBehind())
                .count();
    }

    private Set<String> people() {
        Set<String> people = new TreeSet<>();
        report.transcript().entries().forEach(entry -> people.add(entry.text("by")));
        people.remove("");
        return people;
    }

    private void changes() {
        report.state().steps().stream()
                .filter(step -> wasApproved(step.block()))
                .forEach(step -> lines.add(
                        "- Changed by " + TranscriptMarkdown.inline(step.block().id()) + " ("
                                + step.status().word() + "): " + TranscriptMarkdown.inline(step.sentence())));
    }

    private boolean wasApproved(Block block) {
        return report.transcript().entries().stream()
                .anyMatch(entry -> entry.step().equals(block.id()) && entry.kind() == EntryKind.APPROVED);
    }

    /** What the runbook itself asks, with what was answered. */
    private void questions() {
        for (StepState step : report.state().steps()) {
            if (step.block().kind() == BlockKind.MANUAL
                    && step.block().section().equals("post-incident")) {
                step.block()
                        .field("do")
                        .forEach(each -> lines.add("- [ ] " + TranscriptMarkdown.inline(each.asText())));
                if (!step.answer().isEmpty()) {
                    lines.add("- Answered: " + TranscriptMarkdown.inline(step.answer()));
                }
            }
        }
    }

    private void followUps() {
        for (StepState step : report.state().steps()) {
            boolean open = switch (step.status()) {
                case SKIPPED, FAILED, NOT_VERIFIED, INTERRUPTED, RUNNING -> true;
                case PENDING, NOT_CHOSEN, PREVIEWED, VERIFIED -> false;
            };
            if (open) {
                lines.add("- [ ] " + TranscriptMarkdown.inline(step.block().id()) + " is "
                        + step.status().word() + ": " + TranscriptMarkdown.inline(step.sentence()));
            }
        }
        report.transcript().entries().stream()
                .filter(entry -> entry.kind() == EntryKind.NOTED)
                .forEach(entry -> lines.add("- [ ] Noted: " + TranscriptMarkdown.inline(entry.text("sentence"))));
    }
}

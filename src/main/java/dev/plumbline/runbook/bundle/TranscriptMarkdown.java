package dev.plumbline.runbook.bundle;

import dev.plumbline.model.Visible;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.BlockKind;
import dev.plumbline.runbook.document.StepClassifier;
import dev.plumbline.runbook.run.RunState;
import dev.plumbline.runbook.run.StepState;
import dev.plumbline.runbook.run.StepStatus;
import dev.plumbline.runbook.transcript.Entry;
import dev.plumbline.runbook.transcript.EntryKind;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A run as Markdown: what happened in UTC, each step with the command as it was sent and what was seen, and a section for after the incident, filled in as far as the transcript knows it. */
public final class TranscriptMarkdown {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(java.time.ZoneOffset.UTC);
    private final RunReport report;
    private final List<String> lines = new ArrayList<>();

    private TranscriptMarkdown(RunReport report) {
        this.report = report;
    }

    public static String of(RunReport report) {
        TranscriptMarkdown markdown = new TranscriptMarkdown(report);
        markdown.head();
        markdown.timeline();
        markdown.steps();
        if (report.state().ending() != RunState.Ending.DRY_RUN) {
            new PostIncident(report, markdown.lines).write();
        }
        return String.join("\n", markdown.lines) + "\n";
    }

    private void head() {
        Entry begun = report.begun();
        lines.add("# " + inline(report.runbook().title()));
        lines.add("");
        lines.add("- Run: " + code(report.id()));
        lines.add("- Runbook: " + code(report.runbook().name()) + ", SHA-256 "
                + code(report.runbook().digest()));
        lines.add("- Where: " + inline(begun.text("target")));
        lines.add("- By: " + inline(begun.text("by")) + ", safe mode " + inline(begun.text("mode")));
        lines.add("- Begun: " + TIME.format(begun.at()) + " UTC; last entry: " + TIME.format(report.last()) + " UTC ("
                + time(report.took().toMillis()) + ")");
        lines.add("- State: " + report.state().ending().word().replace('-', ' '));
        begun.data()
                .path("inputs")
                .properties()
                .forEach(input -> lines.add("- Input " + code(input.getKey()) + ": "
                        + code(input.getValue().asText())));
        lines.add("- Chain: "
                + report.transcript()
                        .broken()
                        .map(broken -> "BROKEN at line " + broken.line() + ": " + broken.why())
                        .orElse(report.transcript().entries().size() + " entries, closed by "
                                + code(report.transcript().head())));
        lines.add("");
    }

    private void timeline() {
        lines.add("## Timeline (UTC)");
        lines.add("");
        lines.add("| time | step | what | who |");
        lines.add("|---|---|---|---|");
        for (Entry entry : report.transcript().entries()) {
            String said = entry.text("sentence").isEmpty() ? entry.text("why") : entry.text("sentence");
            String what = entry.kind().word()
                    + (said.isEmpty() || said.equals(entry.kind().word()) ? "" : ": " + said);
            lines.add("| " + TIME.format(entry.at()) + " | " + cell(entry.step()) + " | " + cell(what) + " | "
                    + cell(entry.text("by")) + " |");
        }
        lines.add("");
    }

    private void steps() {
        lines.add("## Steps");
        lines.add("");
        for (StepState step : report.state().steps()) {
            if (step.status() != StepStatus.NOT_CHOSEN && step.status() != StepStatus.PENDING) {
                step(step);
            }
        }
    }

    private void step(StepState step) {
        Block block = step.block();
        lines.add("### " + inline(block.id()) + ": " + step.status().word());
        lines.add("");
        lines.add(inline(block.kind().words()) + ", " + StepClassifier.of(block).word()
                + step.took().map(took -> ", " + time(took.toMillis())).orElse("")
                + (step.sentence().isEmpty() ? "" : ". " + inline(step.sentence())));
        lines.add("");
        last(block.id(), EntryKind.PREVIEWED).ifPresent(previewed -> {
            fenced(previewed.text("command"));
            if (!previewed.text("target").isEmpty()) {
                lines.add("On " + inline(previewed.text("target")) + "; previewed as *"
                        + inline(previewed.text("verdict")) + "*.");
                lines.add("");
            }
        });
        last(block.id(), EntryKind.APPROVED).ifPresent(approved -> {
            lines.add("Approved by " + inline(approved.text("by")) + " at " + TIME.format(approved.at()) + " UTC.");
            lines.add("");
        });
        if (!step.answer().isEmpty() && (block.kind() == BlockKind.APPROVE || block.kind() == BlockKind.MANUAL)) {
            lines.add((block.text(Block.TYPED).isEmpty() ? "Answered: " : "Typed: ") + inline(step.answer()));
            lines.add("");
        }
        String ran = last(block.id(), EntryKind.RAN)
                .map(TranscriptMarkdown::evidence)
                .orElse("");
        String all = String.join("\n", step.evidence());
        fenced(ran);
        fenced(all.startsWith(ran) ? all.substring(ran.length()).replaceFirst("^\n", "") : all);
    }

    private java.util.Optional<Entry> last(String step, EntryKind kind) {
        return report.transcript().entries().stream()
                .filter(entry -> entry.step().equals(step) && entry.kind() == kind)
                .reduce((first, second) -> second);
    }

    private static String evidence(Entry entry) {
        List<String> all = new ArrayList<>();
        entry.data().path("evidence").forEach(line -> all.add(line.asText()));
        return String.join("\n", all);
    }

    /** A fence longer than any in the text, so that nothing in it ends it. */
    private void fenced(String text) {
        if (text.isBlank()) {
            return;
        }
        String fence = "```";
        while (text.contains(fence)) {
            fence += "`";
        }
        lines.add(fence + "text");
        text.lines().map(TranscriptMarkdown::visible).forEach(lines::add);
        lines.add(fence);
        lines.add("");
    }

    static String time(long milliseconds) {
        return milliseconds < 10_000 ? milliseconds + " ms" : milliseconds / 1_000 + " s";
    }

    /** Whoever prints the page must not run what a row holds in the terminal; a tab stays. */
    private static String visible(String line) {
        return Arrays.stream(line.split("\t", -1)).map(Visible::text).collect(Collectors.joining("\t"));
    }

    /** Text of others in a line of Markdown: nothing in it makes a link, a heading or an element. */
    static String inline(String text) {
        return visible(text.replaceAll("\\R", " ")).replace("\\", "\\\\").replaceAll("([`*_\\[\\]<>#])", "\\\\$1");
    }

    private static String code(String text) {
        return text.contains("`") ? inline(text) : "`" + visible(text.replaceAll("\\R", " ")) + "`";
    }

    static String cell(String text) {
        return inline(text).replace("|", "\\|");
    }
}

package dev.plumbline.ui.migration;

import dev.plumbline.migration.directory.Directive;
import dev.plumbline.migration.directory.FileText;
import dev.plumbline.migration.directory.MigrationStatement;
import dev.plumbline.migration.lint.Evidence;
import dev.plumbline.migration.lint.LintFinding;
import dev.plumbline.migration.lint.Severity;
import dev.plumbline.migration.revision.FileState;
import dev.plumbline.model.Visible;
import dev.plumbline.operation.migration.JudgedMigrations;
import dev.plumbline.operation.migration.TracedStatement;
import dev.plumbline.ui.control.Tone;
import dev.plumbline.ui.fx.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is said of one statement, the worst first: findings of every level of evidence, and what it did on the scratch server. */
final class FindingLines {
    private static final int NAMED = 6;

    private FindingLines() {}

    /** One sentence with what it rests on; {@code sign} tells the severity besides the colour. */
    record Told(String sign, Tone tone, Evidence evidence, String text) {}

    static List<Told> of(MigrationStatement statement, JudgedMigrations judged) {
        List<Told> all = new ArrayList<>();
        List<Told> traced = judged.traced(statement).map(FindingLines::traced).orElse(List.of());
        traced.stream().filter(line -> line.tone() == Tone.DANGER).forEach(all::add);
        findings(statement, judged)
                .forEach(finding -> all.add(new Told(
                        sign(finding.severity()),
                        tone(finding.severity()),
                        finding.evidence(),
                        finding.code() + "  " + Visible.text(finding.found().message()))));
        traced.stream().filter(line -> line.tone() != Tone.DANGER).forEach(all::add);
        suppressed(statement, judged)
                .forEach(finding -> all.add(new Told(
                        "⊘",
                        Tone.NEUTRAL,
                        finding.evidence(),
                        finding.code() + "  " + Texts.get("migrations.quiet", quietBy(finding, judged)))));
        return all;
    }

    /** Findings of a statement, errors first. */
    static List<LintFinding> findings(MigrationStatement statement, JudgedMigrations judged) {
        return judged.lint().findings().stream()
                .filter(finding -> finding.statement().equals(statement))
                .sorted(Comparator.comparing(LintFinding::severity))
                .toList();
    }

    /** Those that a comment keeps quiet. What the run itself sets, such as timeouts, is no comment's. */
    static List<LintFinding> suppressed(MigrationStatement statement, JudgedMigrations judged) {
        return judged.lint().suppressed().stream()
                .filter(finding -> finding.statement().equals(statement))
                .filter(finding -> !quietBy(finding, judged).isEmpty())
                .toList();
    }

    /** The comment that keeps a finding quiet, with the words that stand beside it; empty where there is none. */
    static String quietBy(LintFinding finding, JudgedMigrations judged) {
        MigrationStatement statement = finding.statement();
        FileText file = judged.reading().directory().files().stream()
                .filter(text -> text.file().equals(statement.file()))
                .findFirst()
                .orElseThrow();
        return Stream.concat(statement.directives().stream(), file.head().directives().stream())
                .filter(directive -> keepsQuiet(directive, finding))
                .findFirst()
                .map(directive -> place(directive)
                        + reason(
                                directive,
                                judged.reading()
                                        .lines()
                                        .getOrDefault(statement.file().name(), List.of())))
                .orElse("");
    }

    private static String place(Directive directive) {
        return Texts.get(
                "migrations.quiet.by",
                "atlas:nolint " + Visible.text(directive.value()),
                Integer.toString(directive.line()));
    }

    private static boolean keepsQuiet(Directive directive, LintFinding finding) {
        List<String> words = directive.words();
        return directive.name().equals("nolint")
                && (words.isEmpty()
                        || words.contains(finding.code().name())
                        || words.contains(finding.code().analyzer().word()));
    }

    /** The other comments of the same group of lines. */
    private static String reason(Directive directive, List<String> lines) {
        int from = directive.line() - 1;
        while (from > 0 && isComment(lines.get(from - 1))) {
            from--;
        }
        List<String> words = new ArrayList<>();
        for (int index = from; index < lines.size() && isComment(lines.get(index)); index++) {
            String line = lines.get(index);
            if (!line.contains("atlas:")) {
                words.add(line.strip()
                        .replaceFirst("^(--|#|/\\*)\\s*", "")
                        .replaceFirst("\\*/$", "")
                        .strip());
            }
        }
        String text = String.join(" ", words).strip();
        return text.isEmpty()
                ? " " + Texts.get("migrations.quiet.unreasoned")
                : Texts.get("migrations.quiet.reason", Visible.text(text));
    }

    private static boolean isComment(String line) {
        String begin = line.strip();
        return begin.startsWith("--") || begin.startsWith("#") || begin.startsWith("/*");
    }

    /** What the scratch server did. */
    private static List<Told> traced(TracedStatement traced) {
        List<Told> lines = new ArrayList<>();
        switch (traced.state()) {
            case FAILED ->
                lines.add(tracedLine(
                        "✕", Tone.DANGER, Texts.get("migrations.traced.fails", Visible.text(traced.said()))));
            case NOT_RUN ->
                lines.add(tracedLine(
                        "?", Tone.NEUTRAL, Texts.get("migrations.traced.notRun", Visible.text(traced.said()))));
            case RAN, RAN_ALONE -> {
                if (!traced.said().isEmpty()) {
                    lines.add(tracedLine("?", Tone.NEUTRAL, Visible.text(traced.said())));
                }
            }
        }
        traced.effect().ifPresent(effect -> {
            add(
                    lines,
                    "▲",
                    Tone.WARNING,
                    "migrations.traced.rewritten",
                    effect.rewritten().stream()
                            .map(relation -> relation.shown())
                            .toList());
            add(
                    lines,
                    "▲",
                    Tone.WARNING,
                    "migrations.traced.scanned",
                    effect.scanned().stream().map(relation -> relation.shown()).toList());
        });
        traced.changes()
                .ifPresent(changes -> add(
                        lines,
                        "·",
                        Tone.NEUTRAL,
                        "migrations.traced.changes",
                        changes.differences().stream()
                                .map(difference -> switch (difference.change()) {
                                            case ADDED -> "+ ";
                                            case REMOVED -> "− ";
                                            case CHANGED -> "~ ";
                                        }
                                        + difference.name().kind().word() + " "
                                        + difference.name().shown())
                                .toList()));
        return lines;
    }

    private static void add(List<Told> lines, String sign, Tone tone, String key, Collection<String> names) {
        if (!names.isEmpty()) {
            String more = names.size() > NAMED ? Texts.get("migrations.more", names.size() - NAMED) : "";
            lines.add(tracedLine(
                    sign, tone, Texts.get(key, names.stream().limit(NAMED).collect(Collectors.joining(", ")) + more)));
        }
    }

    private static Told tracedLine(String sign, Tone tone, String text) {
        return new Told(sign, tone, Evidence.TRACED, text);
    }

    static String sign(Severity severity) {
        return switch (severity) {
            case ERROR -> "✕";
            case WARNING -> "▲";
            case ADVICE -> "·";
        };
    }

    static Tone tone(Severity severity) {
        return switch (severity) {
            case ERROR -> Tone.DANGER;
            case WARNING -> Tone.WARNING;
            case ADVICE -> Tone.NEUTRAL;
        };
    }

    /** Whether a file is one that an earlier run has had this statement of. */
    static boolean isRun(FileState file, MigrationStatement statement) {
        return file.state() == FileState.State.PARTIAL
                && file.revision()
                        .filter(row -> statement.number() <= row.applied())
                        .isPresent();
    }
}

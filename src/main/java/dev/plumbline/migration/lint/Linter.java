package dev.plumbline.migration.lint;

import dev.plumbline.migration.directory.FileText;
import dev.plumbline.migration.directory.MigrationStatement;
import dev.plumbline.migration.directory.TransactionMode;
import dev.plumbline.migration.parse.PostgresParser;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Judges the text of migration files by the rules. What cannot be parsed is a finding, never silence. */
public final class Linter {
    private final PostgresParser parser;
    private final List<LintRule> rules;
    private final LintSettings settings;

    public Linter(PostgresParser parser, List<LintRule> rules) {
        this(parser, rules, LintSettings.usual());
    }

    public Linter(PostgresParser parser, List<LintRule> rules, LintSettings settings) {
        this.parser = parser;
        this.rules = List.copyOf(rules);
        this.settings = settings;
    }

    /**
     * @param major of the server that the migration is meant for
     * @param mode for files that ask for none
     */
    public record Options(int major, TransactionMode mode) {}

    /** Judges all of the files, each knowing what those before it made. */
    public LintReport lint(List<FileText> files, Options options) {
        return lint(List.of(), files, options);
    }

    /**
     * Judges files that are added to others.
     *
     * @param there files that are not judged; what they make is known to the rules
     * @param added in the order in which they are run
     */
    public LintReport lint(List<FileText> there, List<FileText> added, Options options) {
        List<LintFinding> all = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        List<FileText> before = new ArrayList<>();
        SchemaSoFar schema = SchemaSoFar.nothing();
        for (FileText file : there) {
            LintedFile linted = new LintedFile(parser, settings, schema.nextFile());
            linted.remember(file);
            schema = linted.schema();
            before.add(file);
        }
        int statements = 0;
        for (FileText file : added) {
            statements += file.statements().size();
            notes.addAll(file.notes());
            outOfOrder(file, before, notes).ifPresent(all::add);
            LintedFile linted = new LintedFile(parser, settings, schema.nextFile());
            all.addAll(linted.judge(file, rules, options));
            schema = linted.schema();
            before.add(file);
        }
        List<LintFinding> suppressed =
                all.stream().filter(finding -> isSuppressed(finding, added)).toList();
        List<LintFinding> left = new ArrayList<>(all);
        left.removeAll(suppressed);
        return new LintReport(added.size(), statements, left, suppressed, notes);
    }

    private Optional<LintFinding> outOfOrder(FileText file, List<FileText> before, Collection<String> notes) {
        Optional<Found> found = NonLinear.of(file, before).filter(each -> settings.wants(RuleCode.PL801));
        if (found.isPresent() && file.statements().isEmpty()) {
            notes.add(found.get().message());
            return Optional.empty();
        }
        return found.map(each -> new LintFinding(
                RuleCode.PL801,
                settings.severity(RuleCode.PL801),
                Evidence.PARSED,
                file.statements().get(0),
                each));
    }

    private static boolean isSuppressed(LintFinding finding, List<FileText> files) {
        if (finding.code().analyzer() == Analyzer.SYNTAX) {
            return false;
        }
        MigrationStatement statement = finding.statement();
        FileText file = files.stream()
                .filter(each -> each.file().equals(statement.file()))
                .findFirst()
                .orElseThrow();
        return file.head().isNotLinted()
                || statement.isNotLinted()
                || names(file.head().notLinted(), finding)
                || names(statement.notLinted(), finding);
    }

    private static boolean names(List<String> words, LintFinding finding) {
        return words.contains(finding.code().name())
                || words.contains(finding.code().analyzer().word());
    }
}

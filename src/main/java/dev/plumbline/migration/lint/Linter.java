package dev.plumbline.migration.lint;

import dev.plumbline.migration.directory.FileText;
import dev.plumbline.migration.directory.MigrationStatement;
import dev.plumbline.migration.directory.TransactionMode;
import dev.plumbline.migration.lint.Seen.Where;
import dev.plumbline.migration.parse.Node;
import dev.plumbline.migration.parse.PostgresParser;
import dev.plumbline.migration.parse.PostgresParser.Parsing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Judges the text of migration files by the rules. What cannot be parsed is a finding, never silence. */
public final class Linter {
    private final PostgresParser parser;
    private final List<LintRule> rules;

    public Linter(PostgresParser parser, List<LintRule> rules) {
        this.parser = parser;
        this.rules = List.copyOf(rules);
    }

    /**
     * @param major of the server that the migration is meant for
     * @param mode for files that ask for none
     */
    public record Options(int major, TransactionMode mode) {}

    public LintReport lint(List<FileText> files, Options options) {
        List<LintFinding> all = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        int statements = 0;
        for (FileText file : files) {
            statements += file.statements().size();
            notes.addAll(file.notes());
            all.addAll(lint(file, options));
        }
        List<LintFinding> suppressed =
                all.stream().filter(finding -> isSuppressed(finding, files)).toList();
        List<LintFinding> left = new ArrayList<>(all);
        left.removeAll(suppressed);
        return new LintReport(files.size(), statements, left, suppressed, notes);
    }

    private List<LintFinding> lint(FileText file, Options options) {
        List<LintFinding> found = new ArrayList<>();
        List<Seen> all = new ArrayList<>();
        TransactionMode mode = file.head().transactionMode(file.file()).orElse(options.mode());
        SchemaSoFar schema = SchemaSoFar.nothing();
        OpenTransaction transaction = OpenTransaction.around(mode);
        for (MigrationStatement statement : file.statements()) {
            List<Node> trees = trees(statement, found);
            for (Node tree : trees) {
                Seen seen = new Seen(
                        statement, tree, schema, new Where(options.major(), transaction.isOpen(), all.isEmpty()));
                all.add(seen);
                rules.forEach(rule -> rule.look(seen).forEach(one -> found.add(finding(rule.code(), statement, one))));
                schema = schema.with(tree);
                transaction = transaction.after(tree);
            }
        }
        FileSeen whole = new FileSeen(file, all);
        rules.forEach(rule -> rule.atEnd(whole)
                .forEach(one -> found.add(finding(rule.code(), one.seen().statement(), one.found()))));
        found.sort(Comparator.comparingInt(finding -> finding.statement().number()));
        return found;
    }

    private List<Node> trees(MigrationStatement statement, List<LintFinding> found) {
        switch (statement.kind()) {
            case PSQL_COMMAND ->
                found.add(finding(
                        RuleCode.PL102,
                        statement,
                        new Found(
                                firstLine(statement),
                                firstLine(statement) + " is a command to psql, which no server understands.",
                                "Write SQL instead, or run the file by psql.")));
            case COPY_ROWS ->
                found.add(finding(
                        RuleCode.PL103,
                        statement,
                        new Found(
                                firstLine(statement),
                                "The rows of this COPY stand in the file; only psql sends them.",
                                "Insert them, or load them from outside the migration.")));
            case SQL -> {
                Parsing parsing = parser.parse(statement.text());
                if (parsing instanceof Parsing.Parsed parsed) {
                    return parsed.statements();
                }
                found.add(finding(RuleCode.PL101, statement, notParsed(statement, (Parsing.NotParsed) parsing)));
            }
        }
        return List.of();
    }

    private static Found notParsed(MigrationStatement statement, Parsing.NotParsed why) {
        int line = statement.line();
        if (why.at() > 0) {
            int until = Math.min(why.at() - 1, statement.text().length());
            line += (int) statement
                    .text()
                    .chars()
                    .limit(until)
                    .filter(each -> each == '\n')
                    .count();
        }
        return new Found(
                firstLine(statement),
                why.message() + " (line " + line + "); nothing else is known of this statement.",
                "Correct it, or look at it yourself: no rule could.");
    }

    private static String firstLine(MigrationStatement statement) {
        return statement.text().lines().findFirst().orElse("");
    }

    private static LintFinding finding(RuleCode code, MigrationStatement statement, Found found) {
        return new LintFinding(code, code.analyzer().severity(), Evidence.PARSED, statement, found);
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

package dev.plumbline.migration.lint;

import dev.plumbline.migration.directory.FileText;
import dev.plumbline.migration.directory.MigrationStatement;
import dev.plumbline.migration.directory.TransactionMode;
import dev.plumbline.migration.lint.Linter.Options;
import dev.plumbline.migration.lint.Seen.Where;
import dev.plumbline.migration.parse.Node;
import dev.plumbline.migration.parse.PostgresParser;
import dev.plumbline.migration.parse.PostgresParser.Parsing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One file judged by the rules, statement after statement. */
final class LintedFile {
    private final PostgresParser parser;
    private final LintSettings settings;
    private final List<LintFinding> found = new ArrayList<>();
    private SchemaSoFar schema;

    LintedFile(PostgresParser parser, LintSettings settings, SchemaSoFar schema) {
        this.parser = parser;
        this.settings = settings;
        this.schema = schema;
    }

    SchemaSoFar schema() {
        return schema;
    }

    /** A file that is not judged: only what it makes is remembered. */
    void remember(FileText file) {
        for (Parsing parsing : parse(file).values()) {
            if (parsing instanceof Parsing.Parsed parsed) {
                parsed.statements().forEach(tree -> schema = schema.with(tree));
            }
        }
    }

    List<LintFinding> judge(FileText file, List<LintRule> rules, Options options) {
        List<Seen> all = new ArrayList<>();
        Map<MigrationStatement, Parsing> parsings = parse(file);
        TransactionMode mode = file.mode(options.mode());
        OpenTransaction transaction = OpenTransaction.around(mode);
        SessionSoFar session = SessionSoFar.begin();
        for (MigrationStatement statement : file.statements()) {
            Unreasoned.of(statement).forEach(one -> add(RuleCode.PL104, statement, one));
            for (Node tree : trees(statement, parsings.get(statement))) {
                Where where = new Where(
                        options.major(), transaction.isOpen(), all.isEmpty(), !file.isAlone(statement, options.mode()));
                Seen seen = new Seen(statement, tree, schema, where, session);
                all.add(seen);
                rules.forEach(rule -> rule.look(seen).forEach(one -> add(rule.code(), statement, one)));
                schema = schema.with(tree);
                transaction = statement.number() == file.together()
                        ? OpenTransaction.around(TransactionMode.NONE)
                        : transaction.after(tree);
                session = session.after(seen, transaction.isOpen());
            }
        }
        FileSeen whole = new FileSeen(file, all);
        rules.forEach(rule ->
                rule.atEnd(whole).forEach(one -> add(rule.code(), one.seen().statement(), one.found())));
        found.sort(Comparator.comparingInt(finding -> finding.statement().number()));
        return found;
    }

    private void add(RuleCode code, MigrationStatement statement, Found what) {
        if (settings.wants(code)) {
            found.add(new LintFinding(code, settings.severity(code), Evidence.PARSED, statement, what));
        }
    }

    /** Of each statement that is SQL, in their order. */
    private Map<MigrationStatement, Parsing> parse(FileText file) {
        List<MigrationStatement> statements = file.statements().stream()
                .filter(statement -> statement.kind() == MigrationStatement.Kind.SQL)
                .toList();
        List<Parsing> parsings = parser.parseAll(
                statements.stream().map(MigrationStatement::text).toList());
        Map<MigrationStatement, Parsing> all = new LinkedHashMap<>();
        for (int at = 0; at < statements.size(); at++) {
            all.put(statements.get(at), parsings.get(at));
        }
        return all;
    }

    private List<Node> trees(MigrationStatement statement, @Nullable Parsing parsing) {
        switch (statement.kind()) {
            case PSQL_COMMAND ->
                add(
                        RuleCode.PL102,
                        statement,
                        new Found(
                                firstLine(statement),
                                firstLine(statement) + " is a command to psql, which no server understands.",
                                "Write SQL instead, or run the file by psql."));
            case COPY_ROWS ->
                add(
                        RuleCode.PL103,
                        statement,
                        new Found(
                                firstLine(statement),
                                "The rows of this COPY stand in the file; only psql sends them.",
                                "Insert them, or load them from outside the migration."));
            case SQL -> {
                if (parsing instanceof Parsing.Parsed parsed) {
                    return parsed.statements();
                }
                if (parsing instanceof Parsing.NotParsed not) {
                    add(RuleCode.PL101, statement, notParsed(statement, not));
                }
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
                Quiet.words(statement.text(), why.message()) + " (line " + line
                        + "); nothing else is known of this statement.",
                "Correct it, or look at it yourself: no rule could.");
    }

    private static String firstLine(MigrationStatement statement) {
        return Quiet.words(
                statement.text(), statement.text().lines().findFirst().orElse(""));
    }
}

package dev.plumbline.operation.migration;

import dev.plumbline.catalog.lock.TableActivityReader.OpenTransaction;
import dev.plumbline.migration.lint.AlterTable;
import dev.plumbline.migration.lint.Evidence;
import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintFinding;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Severity;
import dev.plumbline.migration.lint.TableName;
import dev.plumbline.migration.parse.Node;
import dev.plumbline.migration.parse.PostgresParser;
import dev.plumbline.migration.parse.PostgresParser.Parsing;
import dev.plumbline.migration.trace.TracedEffect;
import dev.plumbline.model.Name;
import dev.plumbline.model.lock.LockMode;
import dev.plumbline.model.lock.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is said against traced statements because of how large a table is, how much is written to it, and who has been at work for long. */
final class LiveEvidence {
    private final PostgresParser parser;
    private final MigrationChoice choice;
    private final LiveTables live;
    private final List<LintFinding> findings = new ArrayList<>();

    private LiveEvidence(PostgresParser parser, MigrationChoice choice, LiveTables live) {
        this.parser = parser;
        this.choice = choice;
        this.live = live;
    }

    static List<LintFinding> of(MigrationTrace trace, PostgresParser parser, MigrationChoice choice, LiveTables live) {
        LiveEvidence evidence = new LiveEvidence(parser, choice, live);
        trace.files().forEach(file -> file.statements().forEach(evidence::look));
        return evidence.findings;
    }

    private void look(TracedStatement traced) {
        if (parser.parse(traced.statement().text()) instanceof Parsing.Parsed parsed) {
            parsed.statements().forEach(tree -> look(traced, tree));
        }
        traced.effect().ifPresent(effect -> oldTransactions(traced, effect));
    }

    private void look(TracedStatement traced, Node tree) {
        if (tree.is("IndexStmt") && !tree.flag("concurrent")) {
            tell(
                    traced,
                    TableName.of(tree.plain("relation")),
                    RuleCode.PL901,
                    RuleCode.PL902,
                    "Building this index keeps writers out",
                    "CREATE INDEX CONCURRENTLY, in a file with \"atlas:txmode none\".");
        }
        if (!AlterTable.commands(tree, "AT_AddColumn").isEmpty()) {
            tell(
                    traced,
                    AlterTable.table(tree),
                    RuleCode.PL903,
                    RuleCode.PL904,
                    isRewritten(traced)
                            ? "Adding this column writes the whole table anew while everybody is kept out"
                            : "Adding this column is quick, but readers and writers queue behind it while it waits for its lock",
                    isRewritten(traced)
                            ? "Add it without a default that has to be computed for each row, and fill it in batches."
                            : "Run it with a short lock_timeout, again and again until it gets through.");
        }
        if (addsConstraint(tree)) {
            tell(
                    traced,
                    AlterTable.table(tree),
                    RuleCode.PL905,
                    RuleCode.PL906,
                    "Adding this constraint reads the whole table or builds an index while writers are kept out",
                    "Add it NOT VALID and VALIDATE it later, or build its index CONCURRENTLY first.");
        }
    }

    private static boolean addsConstraint(Node tree) {
        boolean added = AlterTable.commands(tree, "AT_AddConstraint").stream()
                .map(command -> command.node("def"))
                .anyMatch(constraint -> !constraint.flag("skip_validation")
                        && constraint.text("indexname").isEmpty());
        return added || !AlterTable.commands(tree, "AT_SetNotNull").isEmpty();
    }

    private static boolean isRewritten(TracedStatement traced) {
        return traced.effect().map(effect -> !effect.rewritten().isEmpty()).orElse(false);
    }

    private void tell(
            TracedStatement traced, TableName table, RuleCode large, RuleCode written, String what, String advice) {
        Optional<LiveTables.Table> found = live.of(
                table.schema().isEmpty() ? choice.searchPath() : Name.of(table.schema()), Name.of(table.name()));
        if (found.isEmpty()) {
            return;
        }
        LiveTables.Table now = found.get();
        if (now.rows() >= choice.live().rows()) {
            boolean harmless = large == RuleCode.PL903 && !isRewritten(traced);
            String size = String.format(Locale.ROOT, "about %,d rows, %,d MB", now.rows(), now.bytes() >> 20);
            add(
                    traced,
                    large,
                    harmless ? Severity.ADVICE : large.severity(),
                    table,
                    what + ": " + table.shown() + " has " + size + ".",
                    advice);
        }
        if (now.writesPerSecond() >= choice.live().writes()) {
            String writes = String.format(Locale.ROOT, "%.0f rows a second", now.writesPerSecond());
            add(
                    traced,
                    written,
                    written.severity(),
                    table,
                    what + ": " + writes + " are written to " + table.shown() + " now.",
                    advice);
        }
    }

    /** Whoever has a transaction open may hold a lock on the table, and does as soon as it has read from it. */
    private void oldTransactions(TracedStatement traced, TracedEffect effect) {
        Optional<Relation> table = effect.taken().stream()
                .filter(lock -> lock.mode() == LockMode.ACCESS_EXCLUSIVE
                        && !lock.relation().isIndex())
                .map(lock -> lock.relation())
                .findFirst();
        Optional<OpenTransaction> oldest = live.transactions().stream()
                .filter(open -> open.seconds() >= choice.live().oldTransaction().toSeconds())
                .findFirst();
        if (table.isPresent() && oldest.isPresent()) {
            OpenTransaction open = oldest.get();
            add(
                    traced,
                    RuleCode.PL907,
                    RuleCode.PL907.severity(),
                    new TableName(
                            table.get().schema().text(), table.get().name().text()),
                    "Session " + open.pid() + (open.user().isEmpty() ? "" : ", user " + open.user())
                            + (open.application().isEmpty() ? "" : ", application " + open.application())
                            + " has a transaction open for " + open.seconds()
                            + " s: this waits for it when it has touched "
                            + table.get().shown() + ", and everybody else waits behind this.",
                    "Wait until it has ended, or end it.");
        }
    }

    private void add(
            TracedStatement traced, RuleCode code, Severity severity, TableName table, String message, String advice) {
        findings.add(new LintFinding(
                code, severity, Evidence.LIVE, traced.statement(), new Found(table.shown(), message, advice)));
    }
}

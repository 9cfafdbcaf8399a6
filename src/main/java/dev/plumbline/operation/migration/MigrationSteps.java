package dev.plumbline.operation.migration;

import dev.plumbline.migration.directory.DirectoryForm;
import dev.plumbline.migration.directory.FileText;
import dev.plumbline.migration.directory.MigrationFile;
import dev.plumbline.migration.directory.TransactionMode;
import dev.plumbline.migration.lint.LintFinding;
import dev.plumbline.migration.lint.LintReport;
import dev.plumbline.migration.lint.Severity;
import dev.plumbline.migration.parse.PostgresParser;
import dev.plumbline.migration.revision.Revisions;
import dev.plumbline.model.Sql;
import dev.plumbline.model.StatementTimeout;
import dev.plumbline.model.lock.LockMode;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.StepGroup;
import dev.plumbline.plan.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Traced migrations as steps of a plan, in their order: each file in a transaction of its own with the row that records it, so that both stand or fall together; what is in no transaction
 * statement by statement, each recorded as soon as it stands, the last together with the whole file. Ways back are alike, with the row that is taken away.
 */
final class MigrationSteps {
    static final String BASELINE = "#baseline";
    private static final String TABLE = "revisions";
    private static final StatementTimeout A_DAY = new StatementTimeout(86_400_000);
    private static final String TAKES_NO_BACK = "The migration brings no way back of its own.";

    private final MigrationChoice choice;
    private final RecordSql records;
    private final ReadDirectory directory;
    private final LintReport lint;
    private final PostgresParser parser;
    private final StructureSnapshot live;
    private final List<Step> steps = new ArrayList<>();

    MigrationSteps(
            MigrationChoice choice,
            RecordSql records,
            ReadDirectory directory,
            LintReport lint,
            PostgresParser parser,
            StructureSnapshot live) {
        this.choice = choice;
        this.records = records;
        this.directory = directory;
        this.lint = lint;
        this.parser = parser;
        this.live = live;
    }

    /** @param baseline the file behind which a database without records begins */
    List<Step> of(List<MigrationTrace.File> files, Revisions recorded, Optional<MigrationFile> baseline) {
        if (!recorded.exists()) {
            List<Sql> create = records.create();
            for (int number = 0; number < create.size(); number++) {
                record("revisions-" + (number + 1), "make the table of what was run", create.get(number), true, TABLE);
            }
        }
        baseline.ifPresent(this::begin);
        for (MigrationTrace.File file : files) {
            Optional<Integer> begun = recorded.of(file.text().file().version())
                    .filter(records::isBegun)
                    .map(row -> (int) row.applied());
            boolean goesOn = directory.form() == DirectoryForm.PG_FLUX && begun.isPresent();
            if (goesOn || file.mode() == TransactionMode.NONE) {
                alone(file, file.statements(), begun);
            } else {
                together(file);
            }
        }
        return steps;
    }

    /** Atlas records the last of those that a database is said to have had, pg-flux each. */
    private void begin(MigrationFile last) {
        directory.files().stream()
                .filter(text -> directory.form() == DirectoryForm.ATLAS
                        ? text.file().equals(last)
                        : text.file().version().compareTo(last.version()) <= 0)
                .forEach(text -> record(
                        text.file().name() + BASELINE,
                        directory.form() == DirectoryForm.ATLAS
                                ? "record that the database has had everything up to this file"
                                : "record that the database has had this file",
                        records.baseline(text.file(), directory.hash(text.file())),
                        true,
                        TABLE));
    }

    /** What is in a transaction, with the record of it; then what stands by itself behind it. */
    private void together(MigrationTrace.File traced) {
        MigrationFile file = traced.text().file();
        String bracket = traced.mode() == TransactionMode.ALL ? "all" : file.name();
        record(
                file.name() + "#path",
                "where names are looked for",
                Sql.of("SET LOCAL search_path = %I", choice.searchPath()),
                true,
                bracket);
        List<TracedStatement> behind = traced.statements().stream()
                .filter(statement -> traced.text().isAlone(statement.statement(), traced.mode()))
                .toList();
        List<TracedStatement> first = traced.statements().stream()
                .filter(each -> !behind.contains(each))
                .toList();
        first.forEach(statement -> add(statement, true, bracket));
        if (behind.isEmpty()) {
            int total = first.size();
            String hash = directory.hash(file);
            record(file.name() + "#done", records.finishing(), records.record(file, hash, total, total), true, bracket);
        } else {
            begun(file, first.size(), traced.statements().size(), bracket);
            alone(traced, behind, Optional.of(first.size()));
        }
    }

    private void begun(MigrationFile file, int done, int total, String bracket) {
        record(
                file.name() + "#begun",
                "record the file as begun",
                records.record(file, directory.hash(file), done, total),
                true,
                bracket);
    }

    private void alone(MigrationTrace.File traced, List<TracedStatement> statements, Optional<Integer> begun) {
        MigrationFile file = traced.text().file();
        FileText whole = directory.whole(traced.text(), choice.undo().isPresent());
        int all = whole.statements().size();
        String hash = directory.hash(file);
        int first = statements.isEmpty() ? all : statements.get(0).statement().number() - 1;
        if (begun.isEmpty()) {
            begun(file, 0, all, file.name() + "#begun");
        } else if (begun.get() < first && first < all) {
            String id = file.name() + "#done" + first;
            record(
                    id,
                    "record statement " + first + ", which took effect",
                    records.advance(whole, hash, first),
                    true,
                    id);
        }
        for (TracedStatement statement : statements) {
            int number = statement.statement().number();
            record(
                    file.name() + "#path" + number,
                    "where names are looked for",
                    Sql.of("SET search_path = %I", choice.searchPath()),
                    false,
                    "");
            takeAwayWhatACutBuildLeft(file, statement);
            add(statement, false, "");
            if (number < all) {
                String id = file.name() + "#done" + number;
                record(id, "record statement " + number + " as run", records.advance(whole, hash, number), true, id);
            }
        }
        record(file.name() + "#done", records.finishing(), records.finish(file, hash), true, file.name() + "#done");
    }

    private void takeAwayWhatACutBuildLeft(MigrationFile file, TracedStatement traced) {
        BuiltIndex.of(traced.statement(), parser, choice.searchPath())
                .filter(index -> index.isLeftIn(live))
                .ifPresent(index -> record(
                        file.name() + "#clear" + traced.statement().number(),
                        "drop the invalid index that an earlier build left",
                        index.drop(),
                        false,
                        ""));
    }

    private void add(TracedStatement traced, boolean transactional, String bracket) {
        int number = traced.statement().number();
        List<LintFinding> findings = lint.findings().stream()
                .filter(finding -> finding.statement().equals(traced.statement()))
                .toList();
        boolean heldBack = findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
        steps.add(new Step(
                id(traced),
                StepGroup.CHANGE,
                "MIGRATION",
                "statement " + number + " of " + count(traced) + " of "
                        + traced.statement().place(),
                new Sql(traced.statement().text()),
                transactional
                        ? null
                        : BuiltIndex.of(traced.statement(), parser, choice.searchPath())
                                .map(BuiltIndex::drop)
                                .orElse(null),
                wayBack(traced),
                heldBack ? Set.of(Hazard.HELD_BACK) : Set.of(),
                traced.effect()
                        .flatMap(effect -> effect.strongest())
                        .map(LockMode::words)
                        .orElse("-"),
                choice.lock(),
                choice.statement().orElse(isLong(traced) ? A_DAY : StatementTimeout.DEFAULT),
                transactional,
                List.of(),
                snapshot -> snapshot,
                findings.stream()
                        .map(finding -> new Warning(
                                finding.code().name(),
                                finding.severity() == Severity.ERROR,
                                finding.found().message()))
                        .toList(),
                bracket));
    }

    private String wayBack(TracedStatement traced) {
        return choice.undo().isPresent()
                ? "What was undone is run again by \"migration apply\"; what it held is lost."
                : directory
                        .down(traced.statement().file().version())
                        .map(down -> "\"migration undo\" takes the file back by "
                                + down.file().name() + ".")
                        .orElse(TAKES_NO_BACK);
    }

    private int count(TracedStatement traced) {
        return Stream.concat(directory.files().stream(), directory.downs().stream())
                .map(FileText::statements)
                .filter(all -> all.contains(traced.statement()))
                .findFirst()
                .map(List::size)
                .orElse(0);
    }

    static String id(TracedStatement traced) {
        return traced.statement().file().name() + "#" + traced.statement().number();
    }

    private static boolean isLong(TracedStatement traced) {
        return traced.effect()
                .map(effect ->
                        !effect.rewritten().isEmpty() || !effect.scanned().isEmpty())
                .orElse(true);
    }

    private void record(String id, String reason, Sql sql, boolean transactional, String bracket) {
        steps.add(RecordStep.of(id, reason, sql, choice.lock(), transactional, bracket));
    }
}

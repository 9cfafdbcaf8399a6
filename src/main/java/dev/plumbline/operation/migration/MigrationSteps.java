package dev.plumbline.operation.migration;

import dev.plumbline.migration.directory.FileText;
import dev.plumbline.migration.directory.MigrationFile;
import dev.plumbline.migration.directory.MigrationStatement;
import dev.plumbline.migration.directory.TransactionMode;
import dev.plumbline.migration.lint.LintFinding;
import dev.plumbline.migration.lint.LintReport;
import dev.plumbline.migration.lint.Severity;
import dev.plumbline.migration.parse.PostgresParser;
import dev.plumbline.migration.revision.Revision;
import dev.plumbline.migration.revision.Revisions;
import dev.plumbline.model.Sql;
import dev.plumbline.model.StatementTimeout;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.StepGroup;
import dev.plumbline.plan.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Traced migrations as steps of a plan, in their order: each file in a transaction of its own with the row that records it, so that both stand or fall together; a file of
 * {@code txmode none} statement by statement, each recorded as soon as it stands, the last together with the whole file.
 */
final class MigrationSteps {
    static final String BASELINE = "#baseline";
    private static final StatementTimeout A_DAY = new StatementTimeout(86_400_000);
    private static final String TAKES_NO_BACK = "A migration brings no way back of its own.";

    private final MigrationChoice choice;
    private final RevisionSql revisions;
    private final ReadDirectory directory;
    private final LintReport lint;
    private final PostgresParser parser;
    private final StructureSnapshot live;
    private final List<Step> steps = new ArrayList<>();

    MigrationSteps(
            MigrationChoice choice,
            RevisionSql revisions,
            ReadDirectory directory,
            LintReport lint,
            PostgresParser parser,
            StructureSnapshot live) {
        this.choice = choice;
        this.revisions = revisions;
        this.directory = directory;
        this.lint = lint;
        this.parser = parser;
        this.live = live;
    }

    /** @param baseline the file behind which a database without records begins */
    List<Step> of(List<MigrationTrace.File> files, Revisions recorded, Optional<MigrationFile> baseline) {
        if (!recorded.exists()) {
            List<Sql> create = revisions.create();
            for (int number = 0; number < create.size(); number++) {
                record(
                        "revisions-" + (number + 1),
                        "make the table of what was run",
                        create.get(number),
                        true,
                        "revisions");
            }
        }
        baseline.ifPresent(file -> record(
                file.name() + BASELINE,
                "record that the database has had everything up to this file",
                revisions.baseline(file),
                true,
                "revisions"));
        for (MigrationTrace.File file : files) {
            if (file.mode() == TransactionMode.NONE) {
                alone(file, recorded.of(file.text().file().version()));
            } else {
                together(
                        file,
                        file.mode() == TransactionMode.ALL
                                ? "all"
                                : file.text().file().name());
            }
        }
        return steps;
    }

    private void together(MigrationTrace.File traced, String bracket) {
        MigrationFile file = traced.text().file();
        record(
                file.name() + "#path",
                "where names are looked for",
                Sql.of("SET LOCAL search_path = %I", choice.searchPath()),
                true,
                bracket);
        for (TracedStatement statement : traced.statements()) {
            add(traced, statement, true, bracket);
        }
        int total = traced.statements().size();
        record(
                file.name() + "#done",
                "record the file as run",
                revisions.record(file, directory.hash(file), total, total),
                true,
                bracket);
    }

    private void alone(MigrationTrace.File traced, Optional<Revision> begun) {
        MigrationFile file = traced.text().file();
        List<MigrationStatement> all = whole(file).statements();
        List<String> hashes = StatementHashes.of(all);
        int first = traced.statements().isEmpty()
                ? all.size()
                : traced.statements().get(0).statement().number() - 1;
        if (begun.isEmpty()) {
            String id = file.name() + "#begun";
            record(
                    id,
                    "record the file as begun",
                    revisions.record(file, directory.hash(file), 0, all.size()),
                    true,
                    id);
        } else if (begun.get().applied() < first && first < all.size()) {
            String id = file.name() + "#done" + first;
            record(
                    id,
                    "record statement " + first + ", which took effect",
                    revisions.advance(file, first, hashes.subList(0, first)),
                    true,
                    id);
        }
        for (TracedStatement statement : traced.statements()) {
            int number = statement.statement().number();
            record(
                    file.name() + "#path" + number,
                    "where names are looked for",
                    Sql.of("SET search_path = %I", choice.searchPath()),
                    false,
                    "");
            takeAwayWhatACutBuildLeft(file, statement);
            add(traced, statement, false, "");
            if (number < all.size()) {
                String id = file.name() + "#done" + number;
                record(
                        id,
                        "record statement " + number + " as run",
                        revisions.advance(file, number, hashes.subList(0, number)),
                        true,
                        id);
            }
        }
        record(file.name() + "#done", "record the file as run", revisions.finish(file), true, file.name() + "#done");
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

    private FileText whole(MigrationFile file) {
        return directory.files().stream()
                .filter(text -> text.file().equals(file))
                .findFirst()
                .orElseThrow();
    }

    private void add(MigrationTrace.File file, TracedStatement traced, boolean transactional, String bracket) {
        int number = traced.statement().number();
        List<LintFinding> findings = lint.findings().stream()
                .filter(finding -> finding.statement().equals(traced.statement()))
                .toList();
        boolean heldBack = findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
        steps.add(new Step(
                id(traced),
                StepGroup.CHANGE,
                "MIGRATION",
                "statement " + number + " of "
                        + whole(file.text().file()).statements().size() + " of "
                        + traced.statement().place(),
                new Sql(traced.statement().text()),
                transactional
                        ? null
                        : BuiltIndex.of(traced.statement(), parser, choice.searchPath())
                                .map(BuiltIndex::drop)
                                .orElse(null),
                TAKES_NO_BACK,
                heldBack ? Set.of(Hazard.HELD_BACK) : Set.of(),
                traced.effect()
                        .flatMap(effect -> effect.strongest())
                        .map(mode -> mode.server())
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

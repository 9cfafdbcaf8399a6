package dev.plumbline.ui.migration;

import dev.plumbline.migration.directory.DirectoryForm;
import dev.plumbline.migration.directory.MigrationDirectory;
import dev.plumbline.migration.directory.SumCheck;
import dev.plumbline.migration.lint.LintFinding;
import dev.plumbline.migration.lint.Severity;
import dev.plumbline.migration.revision.FileState;
import dev.plumbline.migration.revision.Revision;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Visible;
import dev.plumbline.operation.migration.JudgedMigrations;
import dev.plumbline.operation.migration.MigrationReading;
import dev.plumbline.operation.migration.ReadDirectory;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.text.CountWords;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is said of a directory as a whole: whence it was read, what its checksums say, how much stands against what is to run. */
final class MigrationNotices {
    private MigrationNotices() {}

    /** Database, record and when it was read. */
    static String about(JudgedMigrations judged) {
        MigrationReading reading = judged.reading();
        List<String> parts = new ArrayList<>(List.of(Visible.text(reading.database())));
        parts.add(
                reading.revisions().exists()
                        ? Texts.get("migrations.recorded", reading.revisions().shown())
                        : Texts.get("migrations.neverRecorded"));
        parts.add(Texts.get(
                "migrations.readAt",
                reading.at().truncatedTo(ChronoUnit.SECONDS).toString()));
        judged.asked()
                .ifPresent(at -> parts.add(Texts.get(
                        "migrations.askedAt", at.truncatedTo(ChronoUnit.SECONDS).toString())));
        return String.join(" · ", parts);
    }

    /** How many files are left to run, or that one was left halfway. */
    static String headline(MigrationReading reading, String name) {
        if (!reading.halfway().isEmpty()) {
            return Texts.get("migrations.headline.halfway", name);
        }
        int left = reading.toRun();
        return left == 0
                ? Texts.get("migrations.headline.none", name)
                : Texts.get(left == 1 ? "migrations.headline.one" : "migrations.headline.left", left, name);
    }

    /** Why the files are not what their checksums say; empty when they are. */
    static Optional<Problem> sum(ReadDirectory directory) {
        String answer;
        if (directory.check() instanceof SumCheck.Differs differs) {
            answer = Texts.get(
                    "migrations.sum.differs",
                    MigrationDirectory.SUM,
                    Integer.toString(differs.line()),
                    differs.shown());
        } else if (directory.check() instanceof SumCheck.NoSum) {
            answer = Texts.get("migrations.sum.none");
        } else {
            return Optional.empty();
        }
        return Optional.of(new Problem(
                Problem.Kind.CONFLICT,
                "MIG-410",
                Texts.get("migrations.sum.checking"),
                directory.directory().path().toString(),
                answer,
                Texts.get("migrations.sum.next")));
    }

    /** How many files a run would take, and what is found against them. */
    static String counts(JudgedMigrations judged) {
        List<String> parts = new ArrayList<>();
        parts.add(CountWords.of(judged.reading().toRun(), "file to run", "files to run"));
        for (Severity severity : Severity.values()) {
            long count = ofToRun(judged).stream()
                    .filter(finding -> finding.severity() == severity)
                    .count();
            if (count > 0) {
                parts.add(CountWords.of(
                        count,
                        Texts.get("migrations.one." + severity.name()),
                        Texts.get("migrations.many." + severity.name())));
            }
        }
        return String.join(" · ", parts);
    }

    /** The findings of what has not been run. */
    static List<LintFinding> ofToRun(JudgedMigrations judged) {
        return judged.lint().findings().stream()
                .filter(finding -> judged.reading()
                        .state(finding.statement().file())
                        .filter(MigrationNotices::isToRun)
                        .isPresent())
                .toList();
    }

    static boolean isToRun(FileState file) {
        return switch (file.state()) {
            case PENDING, PARTIAL, OUT_OF_ORDER -> true;
            case APPLIED, EDITED, UNSURE, MISSING, COVERED, HALF_UNDONE -> false;
        };
    }

    /** Where a file stands, with when and how far. */
    static String state(FileState file, MigrationReading reading) {
        boolean checkpoint = reading.directory().files().stream()
                .anyMatch(text -> file.file().filter(text.file()::equals).isPresent()
                        && text.head().checkpoint().isPresent());
        boolean baseline = file.revision().filter(Revision::isBaseline).isPresent();
        String words = file.state() != FileState.State.COVERED
                ? (checkpoint ? Texts.get("migrations.checkpoint") + ", " : "")
                        + file.state().words()
                : Texts.get(
                        checkpoint ? "migrations.checkpoint" : baseline ? "migrations.baseline" : "migrations.covered");
        return words + file.revision().map(MigrationNotices::when).orElse("") + wayBack(file, reading.directory());
    }

    /** Whether a way back lies beside a file, where the directory has such. */
    private static String wayBack(FileState file, ReadDirectory directory) {
        if (directory.form() != DirectoryForm.PG_FLUX || file.file().isEmpty()) {
            return "";
        }
        boolean there = directory
                .down(file.version())
                .filter(down -> !down.statements().isEmpty())
                .isPresent();
        return " · " + Texts.get(there ? "migrations.down" : "migrations.noDown");
    }

    private static String when(Revision revision) {
        String error = revision.error().isEmpty() ? "" : " · " + Visible.text(revision.error());
        return revision.isPartial() || revision.isUndoing()
                ? Texts.get("migrations.halfway", revision.applied(), revision.total(), revision.executedAtSecond())
                        + error
                : " " + revision.executedAtSecond() + error;
    }
}

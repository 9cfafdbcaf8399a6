package dev.plumbline.operation.migration;

import dev.plumbline.migration.directory.DirectoryForm;
import dev.plumbline.migration.directory.FileText;
import dev.plumbline.migration.directory.MigrationDirectory;
import dev.plumbline.migration.directory.MigrationFile;
import dev.plumbline.migration.directory.TransactionMode;
import dev.plumbline.migration.lint.LintConfig;
import dev.plumbline.migration.lint.LintReport;
import dev.plumbline.migration.lint.LintRules;
import dev.plumbline.migration.lint.LintSettings;
import dev.plumbline.migration.lint.Linter;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.parse.PostgresParser;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges the files of a migration directory by their text, without a database. */
public final class LintMigrations {
    /** The configuration that is read when it lies in the directory and no other is named. */
    public static final String CONFIG = ".atlas.hcl";

    private final PostgresParser parser;

    public LintMigrations(PostgresParser parser) {
        this.parser = parser;
    }

    /**
     * @param latest how many files, from the last, are judged; 0 for as many as the configuration says
     * @param from the first version that is judged; empty for all
     * @param major of the server that the migrations are meant for
     * @param mode of files that ask for none
     * @param config another configuration than the directory's own
     * @param form of the directory; empty for the one that it seems to have
     */
    public record Options(
            int latest,
            Optional<String> from,
            int major,
            TransactionMode mode,
            Optional<Path> config,
            Optional<DirectoryForm> form) {
        public Options(int latest, Optional<String> from, int major, TransactionMode mode, Optional<Path> config) {
            this(latest, from, major, mode, config, Optional.empty());
        }

        public static Options of(int major) {
            return new Options(0, Optional.empty(), major, TransactionMode.FILE, Optional.empty());
        }
    }

    /**
     * What the files before the judged ones make is known to the rules.
     *
     * @throws ProblemException MIG-404 to MIG-413 for what cannot be read, LINT-421 and LINT-422 for the configuration, LINT-404 for a version that is not there
     */
    public LintReport lint(Path path, Options options) {
        MigrationDirectory directory = MigrationDirectory.read(path, options.form());
        LintConfig config = config(path, options);
        LintSettings settings = config.settings();
        List<FileText> files = directory.texts();
        int first = first(directory, options, settings.latest());
        LintReport report = new Linter(parser, LintRules.all(settings.naming()), settings)
                .lint(
                        files.subList(0, first),
                        files.subList(first, files.size()),
                        new Linter.Options(options.major(), options.mode()));
        List<String> notes = new ArrayList<>(config.notes());
        notes.addAll(report.notes());
        return new LintReport(report.files(), report.statements(), report.findings(), report.suppressed(), notes);
    }

    /** Judges files of a directory for a run from here, by its own configuration; {@code there} are those that make what the rules know before. */
    LintReport lint(Path path, List<FileText> there, List<FileText> added, Linter.Options options) {
        LintConfig config = config(path, Options.of(options.major()));
        LintReport report = new Linter(
                        parser,
                        LintRules.all(config.settings().naming()),
                        config.settings().asking(RuleCode.PL214))
                .lint(there, added, options);
        List<String> notes = new ArrayList<>(config.notes());
        notes.addAll(report.notes());
        return new LintReport(report.files(), report.statements(), report.findings(), report.suppressed(), notes);
    }

    private static int first(MigrationDirectory directory, Options options, int configured) {
        List<MigrationFile> files = directory.files();
        int first = 0;
        if (options.from().isPresent()) {
            String version = options.from().get();
            first = files.stream().map(MigrationFile::version).toList().indexOf(version);
            if (first < 0) {
                throw new ProblemException(new Problem(
                        Problem.Kind.NOT_FOUND,
                        "LINT-404",
                        "Looking for version " + version + " in",
                        directory.path().toString(),
                        "no file has it.",
                        "A version is the file's name up to its first underscore."));
            }
        }
        int latest = options.latest() > 0 ? options.latest() : options.from().isPresent() ? 0 : configured;
        return latest > 0 ? Math.max(first, files.size() - latest) : first;
    }

    private static LintConfig config(Path directory, Options options) {
        Path file = options.config().orElseGet(() -> directory.resolve(CONFIG));
        if (options.config().isEmpty() && !Files.exists(file)) {
            return new LintConfig(LintSettings.usual(), List.of());
        }
        try {
            return LintConfig.read(file.getFileName().toString(), Files.readString(file));
        } catch (IOException unreadable) {
            throw new ProblemException(
                    new Problem(
                            Problem.Kind.NOT_FOUND,
                            "MIG-405",
                            "Reading",
                            file.toString(),
                            unreadable.getClass().getSimpleName() + ": " + unreadable.getMessage(),
                            "Look whether the file is there and may be read."),
                    unreadable);
        }
    }
}

package dev.plumbline.migration.directory;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The instructions for a whole file: comments of a line, without a gap from its first line on, and behind them an empty line; without that they belong to the first statement. Only
 * {@code atlas:delimiter} needs no empty line (Atlas, {@code sql/migrate/lex.go}).
 */
public record FileHead(List<Directive> directives) {
    private static final String DELIMITER = "delimiter";

    public FileHead {
        directives = List.copyOf(directives);
    }

    static FileHead of(String begin) {
        List<Directive> found = new ArrayList<>();
        List<String> lines = begin.lines().toList();
        int number = 0;
        while (number < lines.size() && isComment(lines.get(number))) {
            Directive.in(lines.get(number), number + 1).ifPresent(found::add);
            number++;
        }
        boolean closed = number < lines.size() && lines.get(number).isBlank();
        if (!closed) {
            found.removeIf(directive -> !directive.name().equals(DELIMITER) || directive.line() != 1);
        }
        return new FileHead(found);
    }

    private static boolean isComment(String line) {
        return line.startsWith("--") || line.startsWith("#");
    }

    private List<Directive> named(String name) {
        return directives.stream()
                .filter(directive -> directive.name().equals(name))
                .toList();
    }

    /**
     * The transaction mode that the file asks for.
     *
     * @throws ProblemException MIG-412 for a mode that no file can ask for, or for two
     */
    public Optional<TransactionMode> transactionMode(MigrationFile file) {
        List<Directive> modes = named("txmode");
        if (modes.size() > 1) {
            throw refused(file, modes.get(1), "txmode is given twice.", "Keep one.");
        }
        return modes.stream().findFirst().map(mode -> switch (mode.value()) {
            case "none" -> TransactionMode.NONE;
            case "file" -> TransactionMode.FILE;
            default ->
                throw refused(
                        file,
                        mode,
                        "txmode " + mode.value() + " is not one that a file can ask for.",
                        "Write \"none\" or \"file\"; \"all\" is chosen for the whole run.");
        });
    }

    /** What ends a statement instead of a semicolon, as the lexer takes it: {@code \n}, {@code \r} and {@code \t} stand for what they mean. */
    public Optional<String> delimiter() {
        return named(DELIMITER).stream()
                .findFirst()
                .map(directive -> directive
                        .value()
                        .replace("\\n", "\n")
                        .replace("\\r", "\r")
                        .replace("\\t", "\t"));
    }

    /** The tag of the checkpoint that the file is; empty when it is none, an empty text when it has no tag. */
    public Optional<String> checkpoint() {
        return named("checkpoint").stream().findFirst().map(Directive::value);
    }

    /** Whether nothing of the file is to be judged. */
    public boolean isNotLinted() {
        return named("nolint").stream().anyMatch(directive -> directive.words().isEmpty());
    }

    /** Analyzers and codes that are not to judge the file. */
    public List<String> notLinted() {
        return named("nolint").stream()
                .flatMap(directive -> directive.words().stream())
                .toList();
    }

    /** A file of several sections in one, which Atlas' open build does not run. */
    public boolean isArchive() {
        return !named("txtar").isEmpty();
    }

    private static ProblemException refused(MigrationFile file, Directive directive, String answer, String next) {
        return new ProblemException(new Problem(
                Problem.Kind.INVALID,
                "MIG-412",
                "Reading line " + directive.line() + " of",
                file.path().toString(),
                answer,
                next));
    }
}

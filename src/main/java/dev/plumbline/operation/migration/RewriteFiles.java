package dev.plumbline.operation.migration;

import dev.plumbline.migration.directory.DirectoryForm;
import dev.plumbline.migration.directory.FileText;
import dev.plumbline.migration.directory.MigrationFile;
import dev.plumbline.migration.directory.MigrationStatement;
import dev.plumbline.migration.directory.TransactionMode;
import dev.plumbline.migration.lint.Rewrite;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The files of a directory with one statement written otherwise: in its place, or with files of their own for what has to stand alone, the rest of the file behind them. Nothing is written here.
 */
public final class RewriteFiles {
    private static final String ALONE = "-- atlas:txmode none\n\n";
    private final ReadDirectory directory;
    private final MigrationStatement statement;
    private final Rewrite rewrite;
    private final FileText file;
    private final String raw;
    private final int begin;

    private RewriteFiles(ReadDirectory directory, MigrationStatement statement, Rewrite rewrite) {
        this.directory = directory;
        this.statement = statement;
        this.rewrite = rewrite;
        this.file = directory.files().stream()
                .filter(text -> text.file().equals(statement.file()))
                .findFirst()
                .orElseThrow();
        this.raw = RawText.of(statement.file());
        this.begin = begin();
    }

    /** A file as it would be; {@code isNew}: there is none of that name. */
    public record Written(String name, String text, boolean isNew) {}

    /** @param refusal why it cannot be done; empty when it can */
    public record Proposal(String refusal, List<Written> files) {
        public Proposal {
            files = List.copyOf(files);
        }

        static Proposal refused(String why) {
            return new Proposal(why, List.of());
        }

        public boolean isPossible() {
            return refusal.isEmpty();
        }
    }

    /** Both ways to take a rewrite. */
    public record Ways(Proposal inPlace, Proposal asFiles) {}

    /** @throws dev.plumbline.model.ProblemException MIG-405 when the file cannot be read */
    public static Ways of(ReadDirectory directory, MigrationStatement statement, Rewrite rewrite) {
        RewriteFiles files = new RewriteFiles(directory, statement, rewrite);
        String why = files.refusal();
        return why.isEmpty()
                ? new Ways(files.inPlace(), files.asFiles())
                : new Ways(Proposal.refused(why), Proposal.refused(why));
    }

    private String refusal() {
        if (begin < 0) {
            return "The statement cannot be told from what stands around it in the file.";
        }
        if (directory.form() == DirectoryForm.PG_FLUX) {
            return "The file is one of pg-flux, which brackets statements by what they are. Copy the text.";
        }
        boolean hasMore = file.head().directives().stream()
                .anyMatch(directive -> !directive.name().equals("txmode"));
        return hasMore ? "The file begins with instructions of its own, which would have to go along." : "";
    }

    /** Where it begins in the text; −1 where something else than its semicolon stands behind what was found. */
    private int begin() {
        int at = 0;
        for (MigrationStatement each : file.statements()) {
            at = raw.indexOf(each.text(), Math.max(at, offset(each.line())));
            if (at < 0) {
                return -1;
            }
            if (each.equals(statement)) {
                int behind = behindBlanks(at + each.text().length());
                return behind == raw.length() || raw.charAt(behind) == ';' ? at : -1;
            }
            at += each.text().length();
        }
        return -1;
    }

    private int offset(int line) {
        int at = 0;
        for (int passed = 1; passed < line && at >= 0; passed++) {
            at = raw.indexOf('\n', at) + 1;
        }
        return at;
    }

    private int behindBlanks(int from) {
        int at = from;
        while (at < raw.length() && Character.isWhitespace(raw.charAt(at))) {
            at++;
        }
        return at;
    }

    private boolean isAlone() {
        return file.head()
                .transactionMode(file.file())
                .filter(mode -> mode == TransactionMode.NONE)
                .isPresent();
    }

    private int end() {
        return begin + statement.text().length();
    }

    private Proposal inPlace() {
        if (rewrite.files().size() != 1) {
            return Proposal.refused(
                    "It takes " + rewrite.files().size() + " files: what stands in one file is one transaction.");
        }
        Rewrite.File only = rewrite.files().get(0);
        boolean single = file.statements().size() == 1;
        if (!only.inTransaction() && !isAlone() && !single) {
            return Proposal.refused("It may not be in a transaction, and the other statements of the file are in one.");
        }
        if (only.inTransaction() && isAlone() && only.statements().size() > 1) {
            return Proposal.refused("Its statements belong into one transaction, and the file has none.");
        }
        String text = raw.substring(0, begin) + String.join(";\n", only.statements()) + raw.substring(end());
        boolean needsHead = !only.inTransaction() && !isAlone();
        return new Proposal(
                "", List.of(new Written(statement.file().name(), needsHead ? ALONE + withoutHead(text) : text, false)));
    }

    private String withoutHead(String text) {
        return text.substring(headEnd());
    }

    /** Behind the instructions for the whole file and the empty line that ends them. */
    private int headEnd() {
        if (file.head().directives().isEmpty()) {
            return 0;
        }
        int last = file.head()
                .directives()
                .get(file.head().directives().size() - 1)
                .line();
        return Math.min(behindBlanks(offset(last + 1)), begin);
    }

    private Proposal asFiles() {
        List<MigrationStatement> all = file.statements();
        int index = all.indexOf(statement);
        List<String> texts = new ArrayList<>();
        String lead = raw.substring(leadBegin(index), begin).strip();
        if (index > 0) {
            texts.add(raw.substring(0, leadBegin(index)).stripTrailing() + "\n");
        }
        boolean first = true;
        for (Rewrite.File each : rewrite.files()) {
            texts.add((each.inTransaction() ? "" : ALONE)
                    + (first && !lead.isEmpty() ? lead + "\n" : "")
                    + each.statements().stream().map(one -> one + ";\n").collect(Collectors.joining()));
            first = false;
        }
        if (index + 1 < all.size()) {
            texts.add((isAlone() ? ALONE : "")
                    + raw.substring(behindBlanks(end()) + 1).stripLeading());
        }
        return named(texts);
    }

    /** Where the comments right behind the statement before begin. */
    private int leadBegin(int index) {
        if (index == 0) {
            return headEnd();
        }
        MigrationStatement before = file.statements().get(index - 1);
        int ended = raw.lastIndexOf(before.text(), begin) + before.text().length();
        return Math.min(behindBlanks(ended) + 1, begin);
    }

    private Proposal named(List<String> texts) {
        MigrationFile original = statement.file();
        List<Written> files = new ArrayList<>(List.of(new Written(original.name(), texts.get(0), false)));
        if (!original.version().matches("[0-9]{1,18}") && texts.size() > 1) {
            return Proposal.refused("The version " + original.version()
                    + " is no number, so that no version behind it can be made. Copy the text into files of your own.");
        }
        for (int number = 2; number <= texts.size(); number++) {
            String version = String.format(
                    Locale.ROOT,
                    "%0" + original.version().length() + "d",
                    Long.parseLong(original.version()) + number - 1);
            String words = original.description().isEmpty() ? "part" : original.description();
            files.add(new Written(version + "_" + words + "_" + number + ".sql", texts.get(number - 1), true));
        }
        return room(files);
    }

    private Proposal room(List<Written> files) {
        if (files.size() == 1) {
            return Proposal.refused("It takes no further file.");
        }
        List<MigrationFile> there = directory.directory().files();
        int next = there.indexOf(statement.file()) + 1;
        String last = files.get(files.size() - 1).name();
        boolean fits = next == there.size()
                || last.compareTo(there.get(next).name()) < 0
                        && !version(last).equals(there.get(next).version());
        boolean behind = files.stream()
                .skip(1)
                .allMatch(each -> each.name().compareTo(statement.file().name()) > 0);
        return fits && behind
                ? new Proposal("", files)
                : Proposal.refused("There is no room for the versions of further files between "
                        + statement.file().name() + " and "
                        + (next == there.size()
                                ? "what comes behind"
                                : there.get(next).name())
                        + ". Give the later file a later version first, or copy the text.");
    }

    private static String version(String name) {
        return name.substring(0, name.indexOf('_'));
    }
}

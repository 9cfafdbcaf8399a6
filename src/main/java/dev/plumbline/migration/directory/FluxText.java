package dev.plumbline.migration.directory;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Files of pg-flux as it runs them (its {@code pkg/migrate/apply.go}): BEGIN and COMMIT are marks and not sent; what stands before COMMIT and does not work CONCURRENTLY is one transaction and comes first, the
 * rest is run by itself behind it. A way back is bracketed alike, where pg-flux would have all of it in one transaction, which the server refuses for what works CONCURRENTLY.
 */
final class FluxText {
    private static final Pattern MARK = Pattern.compile("(?i)\\s*(BEGIN|COMMIT)\\s*");
    private static final Pattern CONCURRENTLY = Pattern.compile("(?i)\\bCONCURRENTLY\\b");
    private static final Pattern BASELINE = Pattern.compile("(?m)^--\\s*pg-flux-baseline-hash:");
    private static final String BY_HAND = "MANUAL UNDO REQUIRED";
    private static final String QUIET = "nolint";

    private FluxText() {}

    static FileText up(MigrationFile file) {
        List<String> notes = new ArrayList<>();
        String text = FileText.decoded(file, notes);
        FluxSections both = FluxSections.of(file, text);
        if (both.lost()) {
            notes.add(file.name()
                    + " has something before \"-- +migrate Up\", which is not run: pg-flux does not run it either.");
        }
        if (BASELINE.matcher(text).find()) {
            notes.add(
                    file.name()
                            + " names the hash of the structure that it was generated for. Only pg-flux can tell whether that is the one of this database; the plan is bound to the structure that it was traced on.");
        }
        return text(file, both.up(), notes);
    }

    /** Empty where there is none. Its file has the version of the one that it undoes. */
    static Optional<FileText> down(MigrationFile file) {
        FluxSections both = FluxSections.of(file, FileText.decoded(file, new ArrayList<>()));
        if (!both.down().isEmpty()) {
            return Optional.of(text(file, both.down(), byHand(file, both.down())));
        }
        Path path = file.path().resolveSibling(DirectoryForm.undoOf(file.name()));
        if (!Files.isRegularFile(path)) {
            return Optional.empty();
        }
        MigrationFile undo =
                new MigrationFile(path, DirectoryForm.undoOf(file.name()), file.version(), file.description());
        List<String> notes = new ArrayList<>();
        String text = FileText.decoded(undo, notes);
        notes.addAll(byHand(undo, text));
        return Optional.of(text(undo, text, notes));
    }

    /** What pg-flux writes above what it generated no way back for. */
    private static List<String> byHand(MigrationFile file, String text) {
        return text.contains(BY_HAND)
                ? List.of(file.name() + " says " + BY_HAND + ": what it names there is not undone by it.")
                : List.of();
    }

    private static FileText text(MigrationFile file, String text, List<String> notes) {
        FileHead all = FileHead.of(text);
        FileHead head = new FileHead(all.directives().stream()
                .filter(directive -> directive.name().equals(QUIET))
                .toList());
        List<MigrationStatement> together = new ArrayList<>();
        List<MigrationStatement> alone = new ArrayList<>();
        List<String> told = new ArrayList<>(notes);
        boolean committed = false;
        for (MigrationStatement statement : FileStatements.of(file, head, text)) {
            if (MARK.matcher(statement.text()).matches()) {
                committed |= statement.text().strip().equalsIgnoreCase("COMMIT");
            } else if (committed || CONCURRENTLY.matcher(statement.text()).find()) {
                alone.add(statement);
            } else {
                if (!alone.isEmpty()) {
                    told.add(
                            statement.place()
                                    + " runs before what works CONCURRENTLY above it, as pg-flux does; behind a COMMIT it would keep its place.");
                }
                together.add(statement);
            }
        }
        List<MigrationStatement> inOrder = new ArrayList<>(together);
        inOrder.addAll(alone);
        List<MigrationStatement> numbered = new ArrayList<>();
        inOrder.forEach(each -> numbered.add(each.numbered(numbered.size() + 1)));
        return new FileText(file, head, numbered, told, together.size());
    }
}

package dev.plumbline.operation.migration;

import dev.plumbline.drift.structure.StructureComparison;
import dev.plumbline.drift.structure.StructureDifference;
import dev.plumbline.migration.directory.FileText;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Whether ways back undo what their migrations did: these are run again, on a scratch server, on what the ways back left. That must lead to what is there now.
 */
final class WayBack {
    private static final int SHOWN = 6;

    private WayBack() {}

    /** The migrations that ways back undo, the oldest first. */
    static List<FileText> forwards(ReadDirectory directory, List<FileText> downs) {
        return directory.files().stream()
                .filter(text -> downs.stream()
                        .anyMatch(
                                down -> down.file().version().equals(text.file().version())))
                .toList();
    }

    /** What is to be said of it; empty when the ways back are whole. */
    static List<String> notes(MigrationTrace undone, MigrationTrace again) {
        if (again.failure().isPresent()) {
            TracedStatement failed = again.failure().get();
            return List.of("After this undo the same migrations do not run again: "
                    + failed.statement().place() + " fails there (" + failed.said()
                    + "). The way back leaves something.");
        }
        List<StructureDifference> left =
                StructureComparison.of(undone.before(), again.after()).differences();
        if (left.isEmpty()) {
            return List.of();
        }
        String names = left.stream()
                .limit(SHOWN)
                .map(difference -> difference.name().kind().word() + " "
                        + difference.name().shown())
                .collect(Collectors.joining(", "));
        return List.of("Undoing and running the same migrations again does not lead to what is there now: " + names
                + (left.size() > SHOWN ? ", and " + (left.size() - SHOWN) + " more" : "")
                + " would differ. The way back takes more or less than they made, or somebody changed it since.");
    }
}

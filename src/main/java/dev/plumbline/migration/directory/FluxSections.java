package dev.plumbline.migration.directory;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.util.List;
import java.util.Locale;

/**
 * Both ways of a file of pg-flux: what stands behind {@code -- +migrate Up} and {@code -- +migrate Down} (its {@code pkg/migrate/format.go}). Lines of the other way are empty, so that
 * those that are left keep their numbers.
 *
 * @param up all of the text where there is no mark
 * @param down empty where there is no such section or nothing stands in it
 * @param lost whether statements may stand before the first mark, which pg-flux never runs
 */
record FluxSections(String up, String down, boolean lost) {
    private static final String UP = "-- +migrate up";
    private static final String DOWN = "-- +migrate down";

    private enum Part {
        BEFORE,
        UP,
        DOWN
    }

    /** @throws ProblemException MIG-414 for a mark of the way back alone: pg-flux would run both ways forwards */
    static FluxSections of(MigrationFile file, String text) {
        List<String> lines = List.of(text.split("\n", -1));
        if (lines.stream().noneMatch(line -> isMark(line, UP))) {
            if (lines.stream().anyMatch(line -> isMark(line, DOWN))) {
                throw onlyDown(file);
            }
            return new FluxSections(text, "", false);
        }
        StringBuilder up = new StringBuilder();
        StringBuilder down = new StringBuilder();
        boolean lost = false;
        Part part = Part.BEFORE;
        for (String line : lines) {
            boolean isMark = isMark(line, UP) || isMark(line, DOWN);
            if (isMark) {
                part = isMark(line, UP) ? Part.UP : Part.DOWN;
            }
            lost |= part == Part.BEFORE && !line.isBlank() && !line.strip().startsWith("--");
            up.append(!isMark && part == Part.UP ? line : "").append('\n');
            down.append(!isMark && part == Part.DOWN ? line : "").append('\n');
        }
        return new FluxSections(up.toString(), down.toString().isBlank() ? "" : down.toString(), lost);
    }

    private static boolean isMark(String line, String mark) {
        String lower = line.strip().toLowerCase(Locale.ROOT);
        return lower.equals(mark) || lower.startsWith(mark + " ");
    }

    private static ProblemException onlyDown(MigrationFile file) {
        return new ProblemException(new Problem(
                Problem.Kind.INVALID,
                "MIG-414",
                "Reading",
                file.path().toString(),
                "it has \"-- +migrate Down\" and no \"-- +migrate Up\": pg-flux would run both ways forwards.",
                "Write \"-- +migrate Up\" above what is to be run."));
    }
}

package dev.plumbline.operation.migration;

import dev.plumbline.migration.directory.DirectoryForm;
import dev.plumbline.migration.directory.FileText;
import dev.plumbline.migration.revision.FileState;
import dev.plumbline.migration.revision.FileState.State;
import dev.plumbline.migration.revision.MigrationState;
import dev.plumbline.migration.revision.Revision;
import dev.plumbline.migration.revision.Revisions;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.plan.Plan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The ways back of the last migrations, the last first, and why not where one of them cannot be gone. pg-flux passes over a migration without a way back and undoes the one before it; here nothing is
 * undone then, since that one may rest on it.
 *
 * @param downs with the statements that are left of them
 */
record UndoSet(List<FileText> downs, List<Plan.Refusal> refusals) {
    /** The last that was run comes first; what was run in one transaction, such as a baseline, by name (pg-flux, {@code AppliedOrdered}). */
    private static final Comparator<FileState> LAST_FIRST = Comparator.comparing((FileState state) ->
                    state.revision().map(Revision::sequence).orElse(0L))
            .thenComparing(FileState::version)
            .reversed();

    static final String UNSURE =
            "a file before it was edited or is gone, and its sum holds that one too: whether it was edited itself cannot be told. Put that one back.";

    UndoSet {
        downs = List.copyOf(downs);
        refusals = List.copyOf(refusals);
    }

    /** What the database had, the last first. */
    static List<FileState> order(MigrationState state) {
        return state.files().stream()
                .filter(each -> each.revision().isPresent())
                .sorted(LAST_FIRST)
                .toList();
    }

    /**
     * @throws ProblemException MIG-450 for a directory that has no ways back, MIG-453 when there is nothing to undo or no record of the version
     */
    static UndoSet of(ReadDirectory directory, MigrationState state, Revisions revisions, Undo undo, String shown) {
        if (directory.form() == DirectoryForm.ATLAS) {
            throw refused(
                    "MIG-450",
                    shown,
                    "a directory of Atlas holds no ways back: any other .sql file in it is a migration of its own, and \"atlas migrate down\" works a way back out from the database.",
                    "Write a migration that takes it back.");
        }
        List<FileState> order = order(state);
        int count = undo.to()
                .map(version -> behind(order, directory.version(version), revisions, shown))
                .orElse(undo.steps());
        if (count < 1 || count > order.size()) {
            throw refused(
                    "MIG-453",
                    shown,
                    order.isEmpty()
                            ? "no migration is recorded in " + revisions.shown() + "."
                            : count < 1
                                    ? "that leaves nothing to undo."
                                    : "only " + order.size() + " migrations are recorded in " + revisions.shown() + ".",
                    "\"migration status\" tells what is recorded.");
        }
        List<FileText> downs = new ArrayList<>();
        List<Plan.Refusal> refusals = new ArrayList<>();
        for (FileState each : order.subList(0, count)) {
            Optional<FileText> down = directory.down(each.version());
            String why = refusal(each, down);
            if (why.isEmpty()) {
                down.ifPresent(text -> downs.add(rest(text, each)));
            } else {
                refusals.add(new Plan.Refusal(code(each), each.name(), why, "", false));
            }
        }
        return new UndoSet(downs, refusals);
    }

    private static int behind(List<FileState> order, String version, Revisions revisions, String shown) {
        for (int index = 0; index < order.size(); index++) {
            if (order.get(index).version().equals(version)) {
                return index;
            }
        }
        throw refused(
                "MIG-453",
                shown,
                version + " is not recorded in " + revisions.shown() + ".",
                "\"migration status\" tells what is recorded.");
    }

    private static FileText rest(FileText down, FileState state) {
        long done = state.revision()
                .filter(Revision::isUndoing)
                .map(Revision::applied)
                .orElse(0L);
        return down.keeping(statement -> statement.number() > done);
    }

    private static String code(FileState state) {
        return switch (state.state()) {
            case EDITED, UNSURE -> "MIG-423";
            case PARTIAL -> "MIG-424";
            case MISSING -> "MIG-452";
            case APPLIED, HALF_UNDONE, PENDING, OUT_OF_ORDER, COVERED -> "MIG-451";
        };
    }

    /** Empty when the way back can be gone. */
    private static String refusal(FileState state, Optional<FileText> down) {
        if (state.state() == State.EDITED) {
            return "it was edited since it was applied, so that its way back may be another one. Put it back.";
        }
        if (state.state() == State.UNSURE) {
            return UNSURE;
        }
        if (state.state() == State.PARTIAL) {
            return "a run stopped in it, and its way back is meant for all of it. \"migration resume\" goes on with it.";
        }
        if (state.state() == State.MISSING) {
            return "its file is not in the directory, and with it the way back.";
        }
        if (down.isEmpty()) {
            return "there is no way back: neither \"-- +migrate Down\" in it nor a file called as it and _undo.sql.";
        }
        return down.get().statements().isEmpty()
                ? "its way back holds no statement: " + down.get().file().name()
                        + ". Undoing it would take away the record alone."
                : "";
    }

    private static ProblemException refused(String code, String shown, String answer, String next) {
        return new ProblemException(
                new Problem(Problem.Kind.INVALID, code, "Undoing migrations of", shown, answer, next));
    }
}

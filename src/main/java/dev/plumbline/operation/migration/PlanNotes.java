package dev.plumbline.operation.migration;

import dev.plumbline.migration.directory.DirectoryForm;
import dev.plumbline.migration.directory.MigrationStatement;
import dev.plumbline.migration.directory.TransactionMode;
import dev.plumbline.migration.lint.LintReport;
import dev.plumbline.migration.revision.ExecutionOrder;
import dev.plumbline.migration.revision.FileState;
import dev.plumbline.migration.revision.MigrationState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is said of a plan of migrations as a whole. */
final class PlanNotes {
    private PlanNotes() {}

    static List<String> of(
            MigrationChoice choice,
            PlanSteps.Wanted wanted,
            MigrationTrace trace,
            LintReport lint,
            Optional<MigrationStatement> done) {
        MigrationState state = wanted.state();
        List<String> notes = new ArrayList<>();
        if (!choice.source().isEmpty()) {
            notes.add("The files are those of " + choice.source() + ".");
        }
        if (wanted.directory().form() == DirectoryForm.PG_FLUX && choice.mode() != TransactionMode.FILE) {
            notes.add("The transaction mode does not count: files of pg-flux are bracketed by what they hold.");
        }
        if (choice.undo().isPresent()) {
            wanted.halfway()
                    .rest()
                    .forEach(down -> notes.add(down.file().name()
                            + " was begun by an undo that stopped in it: this goes on with what is left."));
        }
        notes.addAll(trace.notes());
        if (!trace.files().isEmpty()) {
            notes.add(choice.locks().words(choice.lock()));
        }
        done.ifPresent(statement -> notes.add(statement.place()
                + " took effect in the run that stopped there: what it makes is in the database, or what it drops is gone. "
                + "It is recorded as run and not run again."));
        notes.addAll(lint.notes());
        if (choice.from() > 0) {
            notes.add("Statements before number " + choice.from()
                    + " of what an earlier run stopped in are recorded as run, because you say so.");
        }
        if (choice.order() == ExecutionOrder.LINEAR_SKIP) {
            state.in(FileState.State.OUT_OF_ORDER)
                    .forEach(file -> notes.add(file.name() + " is left out: it is older than what was applied last."));
        }
        (choice.undo().isPresent() ? List.<FileState>of() : state.in(FileState.State.MISSING))
                .forEach(file -> notes.add(file.name() + " was applied; its file is not in the directory."));
        return notes;
    }
}

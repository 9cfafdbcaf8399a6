package dev.plumbline.plan;

import dev.plumbline.access.Verdict;
import dev.plumbline.drift.Finding.DatabaseOwnerDiffers;
import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import java.util.List;
import java.util.Optional;

/** The database is handed to the owner role. */
final class DatabaseOwnerPlanner {
    private DatabaseOwnerPlanner() {}

    static boolean plan(RepairDraft draft, String checkCode, DatabaseOwnerDiffers finding) {
        Name owner = finding.expected();
        String what = "Transfer of database " + finding.database().shown() + " to " + owner.shown();
        if (draft.refusedForLackOf(checkCode, what, owner)) {
            return false;
        }
        Optional<List<String>> authorised =
                draft.authorise(checkCode, what, may -> may.changeDatabaseOwner(owner), owner);
        if (authorised.isEmpty()) {
            return false;
        }
        Change change = new ChangeDatabaseOwner(owner);
        StepDraft step = new StepDraft(
                        StepId.DATABASE_OWNER,
                        StepGroup.REPAIR,
                        checkCode,
                        Sql.of("ALTER DATABASE %I OWNER TO %I", finding.database(), owner),
                        change)
                .because(reason(draft, finding))
                .hazard(Hazard.OWNER_TRANSFER)
                .requires(draft.creationOf(owner))
                .requires(authorised.get());
        addUndo(step, draft, finding);
        draft.add(step);
        return true;
    }

    private static void addUndo(StepDraft step, RepairDraft draft, DatabaseOwnerDiffers finding) {
        if (draft.isAbsent(finding.actual())) {
            step.undoNote("The owner it has now is no role: nothing can give it back.");
            return;
        }
        Verdict back = draft.afterwards(step.change()).changeDatabaseOwner(finding.actual());
        if (!back.allowed()) {
            step.undoNote("Only somebody else can give the database back: " + back.why() + ".");
            return;
        }
        OwnerUndo undo = OwnerUndo.of(draft.state().database(), finding.expected());
        step.undoneBy(undo.sql()).undoNote(undo.note());
    }

    private static String reason(RepairDraft draft, DatabaseOwnerDiffers finding) {
        String was = finding.actual().shown();
        String acl = draft.state().database().acl() == null
                ? " No grants of the database are rewritten, for it has none."
                : " Its own grants and all that it granted on the database become the new owner's.";
        return "Database " + finding.database().shown() + " is owned by " + was + ", not by "
                + finding.expected().shown() + ". " + was + " keeps only what PUBLIC or others give it." + acl;
    }
}

package dev.plumbline.plan;

import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.OwnedObject;
import dev.plumbline.model.Sql;
import java.util.List;
import java.util.Optional;

/**
 * Give one object another owner. Sequences that a column owns follow their table, and indexes theirs; the old owner keeps only what PUBLIC or others give it
 * (manual ALTER TABLE, OWNER TO).
 */
public record StagedOwner(OwnedObject object, Name newOwner) implements StagedChange {
    @Override
    public void plan(RepairDraft draft) {
        String what = "ALTER … OWNER TO of " + object.shown();
        if (object.owner().equals(newOwner) || draft.refusedForLackOf("", what, newOwner)) {
            return;
        }
        Optional<List<String>> authorised =
                draft.authorise("", what, may -> may.changeObjectOwner(object, newOwner), object.owner(), newOwner);
        if (authorised.isEmpty()) {
            return;
        }
        ObjectTarget on = new ObjectTarget(object);
        boolean relation = object.type() == ObjectType.TABLES || object.type() == ObjectType.SEQUENCES;
        draft.add(new StepDraft(
                        "owner-" + on.id(),
                        StepGroup.CHANGE,
                        "",
                        Sql.of("ALTER %s OWNER TO %I", on.sql(), newOwner),
                        new ChangeObjectOwner(on, newOwner))
                .because(newOwner.shown() + " owns " + object.shown() + " instead of "
                        + object.owner().shown() + ", who keeps only what PUBLIC or others give.")
                .undoneBy(Sql.of("ALTER %s OWNER TO %I", on.sql(), object.owner()))
                .undoNote(object.acl() == null ? "" : "Entries that became alike by the transfer stay joined.")
                .hazard(Hazard.OWNER_TRANSFER)
                .lock(relation ? "ACCESS EXCLUSIVE" : StepDraft.NO_LOCK)
                .requires(authorised.get()));
    }

    @Override
    public List<Name> roles() {
        return List.of(object.owner(), newOwner);
    }

    @Override
    public List<Name> schemas() {
        return List.of(object.schema());
    }

    @Override
    public List<Name> owners() {
        return List.of(object.owner(), newOwner);
    }
}

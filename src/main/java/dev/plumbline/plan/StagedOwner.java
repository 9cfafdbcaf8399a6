package dev.plumbline.plan;

import dev.plumbline.access.Capability;
import dev.plumbline.access.Verdict;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKey;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.OwnedObject;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Give one object another owner. What is {@code following} goes with it: of a table the sequences of its columns, its columns' grants and its row type. The old owner
 * keeps only what PUBLIC or others give it (manual ALTER TABLE, OWNER TO). Partitions are tables of their own: the server leaves them where they are.
 */
public record StagedOwner(AclTarget on, Name oldOwner, Name newOwner, List<AclTarget> following)
        implements StagedChange {
    public StagedOwner {
        following = List.copyOf(following);
    }

    public StagedOwner(OwnedObject object, Name newOwner) {
        this(new ObjectTarget(object), object.owner(), newOwner, List.of());
    }

    @Override
    public void plan(RepairDraft draft) {
        String what = "ALTER … OWNER TO of " + on.shown();
        Name owner = on.owner(draft.state());
        if (owner.equals(newOwner) || draft.refusedForLackOf("", what, newOwner)) {
            return;
        }
        Optional<List<String>> authorised = draft.authorise("", what, this::may, owner, newOwner);
        if (authorised.isEmpty()) {
            return;
        }
        Change change = on instanceof DatabaseTarget
                ? new ChangeDatabaseOwner(newOwner)
                : new ChangeObjectOwner(on, newOwner, following);
        StepDraft step = new StepDraft(
                        "owner-" + on.id(),
                        StepGroup.CHANGE,
                        "",
                        Sql.of("ALTER %s OWNER TO %I", on.altered(), newOwner),
                        change)
                .because(newOwner.shown() + " owns " + on.shown() + " instead of " + owner.shown()
                        + ", who keeps only what PUBLIC or others give.")
                .hazard(Hazard.OWNER_TRANSFER)
                .lock(isRelation() ? "ACCESS EXCLUSIVE" : StepDraft.NO_LOCK)
                .requires(authorised.get());
        addUndo(step, draft, owner);
        draft.add(step);
    }

    /** The way back is judged in the state that the step leaves, which is where it would begin. */
    private void addUndo(StepDraft step, RepairDraft draft, Name owner) {
        Verdict back = draft.isOfSuperuser()
                ? Verdict.ALLOWED
                : may(Capability.of(step.change().applyTo(draft.state())), newOwner, owner);
        if (!back.allowed()) {
            step.undoNote("Only somebody else can give it back: " + back.why() + ".");
            return;
        }
        OwnerUndo undo = on instanceof DatabaseTarget
                ? OwnerUndo.of(draft.state().database(), newOwner)
                : OwnerUndo.of(draft.state(), on, following, newOwner);
        step.undoneBy(undo.sql()).undoNote(undo.note());
    }

    private Verdict may(Capability capability) {
        return may(capability, oldOwner, newOwner);
    }

    private Verdict may(Capability capability, Name from, Name to) {
        if (on instanceof DatabaseTarget) {
            return capability.changeDatabaseOwner(to);
        }
        if (on instanceof ObjectTarget target) {
            return capability.changeOwner(on.shown(), from, to, target.object().schema());
        }
        if (on instanceof SchemaTarget target) {
            return capability.changeSchemaOwner(target.name(), from, to);
        }
        if (on instanceof OtherTarget target) {
            ObjectKind kind = target.object().kind();
            return kind == ObjectKind.FOREIGN_DATA_WRAPPER
                    ? capability.changeWrapperOwner(on.shown(), to)
                    : capability.changeOwner(
                            on.shown(),
                            from,
                            to,
                            kind == ObjectKind.TYPE ? target.object().schema() : null);
        }
        throw new IllegalArgumentException("has no owner of its own: " + on.shown());
    }

    private boolean isRelation() {
        return on instanceof ObjectTarget target
                && (target.object().type() == ObjectType.TABLES
                        || target.object().type() == ObjectType.SEQUENCES);
    }

    @Override
    public List<Name> roles() {
        return List.of(oldOwner, newOwner);
    }

    @Override
    public List<Name> schemas() {
        return on.schemas();
    }

    @Override
    public List<Name> owners() {
        return on.owners().isEmpty() ? List.of() : List.of(oldOwner, newOwner);
    }

    @Override
    public List<ObjectKey> others() {
        List<ObjectKey> keys = new ArrayList<>(on.others());
        following.forEach(target -> keys.addAll(target.others()));
        return keys;
    }
}

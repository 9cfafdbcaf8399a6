package dev.plumbline.plan;

import dev.plumbline.model.AclItem;
import dev.plumbline.model.Grantee;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKey;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.Sql;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Grant these privileges, to a role or PUBLIC; in the group BACKFILL when a rule that came too late for an object asks for them. */
public record StagedGrant(AclTarget on, Grantee to, SortedSet<Privilege> privileges, StepGroup group)
        implements StagedChange {
    public StagedGrant(AclTarget on, Grantee to, SortedSet<Privilege> privileges) {
        this(on, to, privileges, StepGroup.CHANGE);
    }

    @Override
    public void plan(RepairDraft draft) {
        Snapshot state = draft.state();
        Name owner = on.owner(state);
        SortedSet<Privilege> missing = missing(state);
        Name role = to.role();
        String what = "GRANT on " + on.shown();
        if (missing.isEmpty() || role != null && draft.refusedForLackOf("", what, role)) {
            return;
        }
        Optional<List<String>> authorised = draft.authorise(
                "", what, may -> may.grantOn(on.shown(), owner, on.grantOptions(state), missing), owner);
        if (authorised.isEmpty()) {
            return;
        }
        Name grantor = draft.capability()
                .grantorOn(owner, on.grantOptions(state), missing)
                .orElse(owner);
        Sql words = on.words(missing);
        Sql grantee = role == null ? Sql.of("PUBLIC") : Sql.of("%I", role);
        draft.add(new StepDraft(
                        "grant-" + on.id() + "-to-" + StepId.word(to.shown()),
                        group,
                        "",
                        Sql.of("GRANT %s ON %s TO %s", words, on.sql(), grantee),
                        new GrantOnTarget(on, to, grantor, missing))
                .because(to.shown() + " gets " + words.text() + " on " + on.shown() + ", recorded as granted by "
                        + grantor.shown() + ".")
                .undoneBy(Sql.of("REVOKE %s ON %s FROM %s", words, on.sql(), grantee))
                .hazard(Hazard.ACCESS_WIDENED)
                .lock(on.lock(state))
                .requires(authorised.get()));
    }

    /** What no entry of this grantee holds yet, whoever granted it. */
    private SortedSet<Privilege> missing(Snapshot state) {
        SortedSet<Privilege> missing = new TreeSet<>(privileges);
        for (AclItem item : on.acl(state)) {
            if (item.grantee().equals(to)) {
                missing.removeAll(item.held());
            }
        }
        return missing;
    }

    @Override
    public List<Name> roles() {
        Name role = to.role();
        return role == null ? List.of() : List.of(role);
    }

    @Override
    public List<Name> schemas() {
        return on.schemas();
    }

    @Override
    public List<Name> owners() {
        return on.owners();
    }

    @Override
    public List<ObjectKey> others() {
        return on.others();
    }
}

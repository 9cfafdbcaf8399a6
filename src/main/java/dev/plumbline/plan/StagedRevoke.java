package dev.plumbline.plan;

import dev.plumbline.model.AclItem;
import dev.plumbline.model.Grantee;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKey;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Take these privileges from a grantee, whoever granted them. Only the one who granted takes back, so there is a step for each grantor, and where that is
 * not the owner the step acts as the grantor: a REVOKE by the owner would be accepted and change nothing. {@code columns}
 * are those of a table that carry grants of their own, which go with the table's.
 */
public record StagedRevoke(AclTarget on, Grantee from, SortedSet<Privilege> privileges, List<ObjectKey> columns)
        implements StagedChange {
    public StagedRevoke {
        columns = List.copyOf(columns);
    }

    public StagedRevoke(AclTarget on, Grantee from, SortedSet<Privilege> privileges) {
        this(on, from, privileges, List.of());
    }

    @Override
    public void plan(RepairDraft draft) {
        for (AclItem item : on.acl(draft.state())) {
            SortedSet<Privilege> held = new TreeSet<>(item.held());
            held.retainAll(privileges);
            if (item.grantee().equals(from) && !held.isEmpty()) {
                take(draft, item, held);
            }
        }
    }

    private void take(RepairDraft draft, AclItem item, SortedSet<Privilege> held) {
        Snapshot state = draft.state();
        Name owner = on.owner(state);
        Name grantor = item.grantor().role();
        String what = "REVOKE on " + on.shown() + " from " + from.shown();
        if (grantor == null) {
            draft.refuse(
                    "", what, item.grantor().shown() + " granted it and is gone: only a change of owner clears it", "");
            return;
        }
        boolean ofOwner = grantor.equals(owner);
        Optional<List<String>> authorised = ofOwner
                ? draft.authorise("", what, may -> may.grantOn(on.shown(), owner, on.grantOptions(state), held), owner)
                : draft.authorise("", what, may -> may.actAs(grantor), grantor);
        if (authorised.isEmpty()) {
            return;
        }
        List<Privilege> passedOn = new ArrayList<>(held);
        passedOn.removeIf(privilege -> !Boolean.TRUE.equals(item.privileges().get(privilege)));
        if (!passedOn.isEmpty() && hasDependents(state, passedOn)) {
            draft.refuse(
                    "",
                    what,
                    from.shown()
                            + " granted it on to others; take it from them first (REVOKE … CASCADE would take it unseen)",
                    "");
            return;
        }
        Name role = from.role();
        Sql words = on.words(held);
        Sql grantee = role == null ? Sql.of("PUBLIC") : Sql.of("%I", role);
        Sql revoke = Sql.of("REVOKE %s ON %s FROM %s", words, on.sql(), grantee);
        List<OtherTarget> columnsToo = columnsToo(state, item, held);
        Sql grant = granting(words, grantee, columnsToo, item, held, state);
        draft.add(new StepDraft(
                        "revoke-" + on.id() + "-from-" + StepId.word(from.shown()) + "-by-"
                                + StepId.word(grantor.text()),
                        StepGroup.CHANGE,
                        "",
                        ofOwner ? revoke : actingAs(grantor, revoke),
                        new RevokeOnTarget(on, from, grantor, held, columnsToo))
                .because(from.shown() + " loses " + words.text() + " on " + on.shown() + " that " + grantor.shown()
                        + " granted" + alsoOn(columnsToo) + ".")
                .undoneBy(ofOwner ? grant : actingAs(grantor, grant))
                .undoNote(passedOn.isEmpty() ? "" : "The undo gives the privileges back without their grant option.")
                .hazard(Hazard.ACCESS_NARROWED)
                .lock(on.lock(state))
                .requires(authorised.get()));
    }

    private boolean hasDependents(Snapshot state, List<Privilege> passedOn) {
        return on.acl(state).stream()
                .anyMatch(other ->
                        other.grantor().equals(from) && other.held().stream().anyMatch(passedOn::contains));
    }

    private List<OtherTarget> columnsToo(Snapshot state, AclItem item, SortedSet<Privilege> held) {
        return on instanceof ObjectTarget table ? table.columnsGranted(state, item.only(held)) : List.of();
    }

    private static String alsoOn(List<OtherTarget> columns) {
        return columns.isEmpty()
                ? ""
                : ", and with it what it granted on "
                        + columns.stream().map(OtherTarget::shown).collect(Collectors.joining(", "));
    }

    private Sql granting(
            Sql words,
            Sql grantee,
            List<OtherTarget> columnsToo,
            AclItem item,
            SortedSet<Privilege> held,
            Snapshot state) {
        List<Sql> grants = new ArrayList<>(List.of(Sql.of("GRANT %s ON %s TO %s", words, on.sql(), grantee)));
        for (OtherTarget column : columnsToo) {
            SortedSet<Privilege> lost = new TreeSet<>();
            column.acl(state).stream()
                    .filter(one -> one.grantee().equals(item.grantee())
                            && one.grantor().equals(item.grantor()))
                    .forEach(one -> lost.addAll(one.held()));
            lost.retainAll(held);
            grants.add(Sql.of("GRANT %s ON %s TO %s", column.words(lost), column.sql(), grantee));
        }
        return Sql.join("; ", grants);
    }

    private static Sql actingAs(Name grantor, Sql statement) {
        return Sql.of("SET LOCAL ROLE %I; %s; RESET ROLE", grantor, statement);
    }

    @Override
    public List<Name> roles() {
        Name role = from.role();
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
        List<ObjectKey> all = new ArrayList<>(on.others());
        all.addAll(columns);
        return all;
    }
}

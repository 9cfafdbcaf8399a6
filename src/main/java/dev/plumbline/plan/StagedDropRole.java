package dev.plumbline.plan;

import dev.plumbline.model.Membership;
import dev.plumbline.model.Name;
import dev.plumbline.model.Role;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.Sql;
import java.util.List;
import java.util.Optional;

/**
 * Drop a role that nothing depends on; whether that is so is {@link dev.plumbline.access.drop.DropPreflight}'s to say, and the server's again when the step runs. The
 * undo makes a role of the same name, attributes and memberships: another role with another oid, without the password, settings and comment of the first.
 */
public record StagedDropRole(Name role) implements StagedChange {
    @Override
    public void plan(RepairDraft draft) {
        Snapshot state = draft.state();
        Optional<Role> found = state.role(role);
        if (found.isEmpty()) {
            return;
        }
        Optional<List<String>> authorised =
                draft.authorise("", "DROP ROLE of " + role.shown(), may -> may.dropRole(role));
        if (authorised.isEmpty()) {
            return;
        }
        List<Membership> memberships = state.memberships().stream()
                .filter(edge -> edge.role().equals(role) || edge.member().equals(role))
                .toList();
        draft.add(new StepDraft(
                        "drop-role-" + StepId.word(role.text()),
                        StepGroup.CHANGE,
                        "",
                        Sql.of("DROP ROLE %I", role),
                        new DropOneRole(role, memberships))
                .because("Nothing depends on " + role.shown() + "."
                        + (memberships.isEmpty() ? "" : " Its " + memberships.size() + " memberships end with it."))
                .undoneBy(RoleAgain.sql(found.get(), memberships, draft.version()))
                .undoNote(
                        "The password, settings and comment do not come back, nor does the oid: it is another role of the same name.")
                .hazard(Hazard.ACCESS_NARROWED)
                .requires(authorised.get()));
    }

    @Override
    public List<Name> roles() {
        return List.of(role);
    }
}

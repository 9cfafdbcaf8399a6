package dev.plumbline.plan;

import dev.plumbline.model.Name;
import dev.plumbline.model.Role;
import dev.plumbline.model.Sql;
import java.util.List;
import java.util.Optional;

/** Let a role inherit: before 16 from all it is a member of, from 16 from what it joins later. */
public record StagedInherit(Name role) implements StagedChange {
    @Override
    public void plan(RepairDraft draft) {
        String what = "ALTER ROLE of " + role.shown();
        boolean inherits = draft.state().role(role).map(Role::inherit).orElse(false);
        if (inherits || draft.refusedForLackOf("", what, role)) {
            return;
        }
        Optional<List<String>> authorised = draft.authorise("", what, may -> may.alterRole(role));
        if (authorised.isEmpty()) {
            return;
        }
        draft.add(new StepDraft(
                        "inherit-" + StepId.word(role.text()),
                        StepGroup.CHANGE,
                        "",
                        Sql.of("ALTER ROLE %I INHERIT", role),
                        new AlterRoleInherit(role, true))
                .because(role.shown() + " holds what the roles give that it is a member of.")
                .undoneBy(Sql.of("ALTER ROLE %I NOINHERIT", role))
                .hazard(Hazard.ACCESS_WIDENED)
                .requires(authorised.get()));
    }

    @Override
    public List<Name> roles() {
        return List.of(role);
    }
}

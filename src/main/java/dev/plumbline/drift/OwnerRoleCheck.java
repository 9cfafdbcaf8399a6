package dev.plumbline.drift;

import dev.plumbline.model.Gap;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.Role;
import dev.plumbline.model.Snapshot;
import java.util.List;

/** OWN-101: does the role exist that is to own the database, as a group that nobody logs in as? */
final class OwnerRoleCheck implements Check {
    @Override
    public String code() {
        return "OWN-101";
    }

    @Override
    public CheckResult check(Snapshot snapshot, OwnershipModel.Auto wanted) {
        Question question = new Question(
                code(),
                "Owner role",
                wanted.ownerRole().shown(),
                wanted.ownerRole().shown());
        return question.answeredBefore(snapshot, wanted, Gap.ROLES)
                .orElseGet(() -> snapshot.role(wanted.ownerRole())
                        .map(role -> exists(question, role, snapshot))
                        .orElseGet(() -> missing(question, wanted)));
    }

    private static CheckResult exists(Question question, Role role, Snapshot snapshot) {
        boolean cockroach = snapshot.server().version().isCockroach();
        String note = new Sentences()
                .addIf(role.login(), "It may log in; the operator creates it NOLOGIN.")
                .add(RoleAttributes.differences(role, cockroach))
                .text();
        return question.ok(
                "exists, " + RoleAttributes.shown(role, cockroach), role.name().shown(), note);
    }

    private static CheckResult missing(Question question, OwnershipModel.Auto wanted) {
        if (ReservedRoleName.matches(wanted.ownerRole())) {
            String note = ReservedRoleName.why(wanted.ownerRole());
            return question.answer(State.MISSING, "cannot be created", Question.NOTHING, note, List.of());
        }
        Finding finding = new Finding.RoleMissing(wanted.ownerRole(), true);
        return question.answer(State.MISSING, "missing", Question.NOTHING, "", List.of(finding));
    }
}

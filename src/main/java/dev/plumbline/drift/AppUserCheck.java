package dev.plumbline.drift;

import dev.plumbline.model.Gap;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.Role;
import dev.plumbline.model.Snapshot;
import java.util.List;

/** OWN-102: does the role exist that the application logs in as? */
final class AppUserCheck implements Check {
    @Override
    public String code() {
        return "OWN-102";
    }

    @Override
    public CheckResult check(Snapshot snapshot, OwnershipModel.Auto wanted) {
        Question question = new Question(
                code(), "App user", wanted.appUser().shown(), wanted.appUser().shown());
        return question.answeredBefore(snapshot, wanted, Gap.ROLES)
                .orElseGet(() -> snapshot.role(wanted.appUser())
                        .map(role -> exists(question, role, snapshot))
                        .orElseGet(() -> missing(question, wanted)));
    }

    private static CheckResult exists(Question question, Role role, Snapshot snapshot) {
        boolean cockroach = snapshot.server().version().isCockroach();
        String note = new Sentences()
                .addIf(!role.login(), "It cannot log in: it is NOLOGIN, the operator creates it LOGIN.")
                .addIf(role.connectionLimit() == 0, "Its connection limit is 0: it cannot connect.")
                .addIf(
                        role.validUntil() != null,
                        "Its password is valid until " + Written.shown(String.valueOf(role.validUntil())) + ".")
                .add(RoleAttributes.differences(role, cockroach))
                .text();
        return question.ok(
                "exists, " + RoleAttributes.shown(role, cockroach), role.name().shown(), note);
    }

    private static CheckResult missing(Question question, OwnershipModel.Auto wanted) {
        if (ReservedRoleName.matches(wanted.appUser())) {
            String note = ReservedRoleName.why(wanted.appUser());
            return question.answer(State.MISSING, "cannot be created", Question.NOTHING, note, List.of());
        }
        Finding finding = new Finding.RoleMissing(wanted.appUser(), false);
        String note = "It would be created without a password, and no Secret would be written: set one before the"
                + " application connects.";
        return question.answer(State.MISSING, "missing", Question.NOTHING, note, List.of(finding));
    }
}

package dev.plumbline.drift;

import dev.plumbline.model.Gap;
import dev.plumbline.model.Name;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.Snapshot;
import java.util.List;

/** OWN-104: does the owner role own the database? Correcting it is destructive: the old owner loses what owning gave it. */
final class DatabaseOwnerCheck implements Check {
    @Override
    public String code() {
        return "OWN-104";
    }

    @Override
    public CheckResult check(Snapshot snapshot, OwnershipModel.Auto wanted) {
        Question question = new Question(
                code(),
                "Database owner",
                wanted.database().shown(),
                wanted.ownerRole().shown());
        return question.answeredBefore(snapshot, wanted, Gap.DATABASE)
                .orElseGet(() -> answer(question, snapshot, wanted));
    }

    private static CheckResult answer(Question question, Snapshot snapshot, OwnershipModel.Auto wanted) {
        Name actual = snapshot.database().owner();
        if (actual.equals(wanted.ownerRole())) {
            return question.ok("as declared", actual.shown(), "");
        }
        boolean rolesKnown = snapshot.gapAbout(Gap.ROLES).isEmpty();
        String note = new Sentences()
                .addIf(
                        rolesKnown && snapshot.role(actual).isEmpty(),
                        "The catalog names an owner that is no role of this server.")
                .addIf(
                        rolesKnown && snapshot.role(wanted.ownerRole()).isEmpty(),
                        "The owner role has to be created first.")
                .add(reach(snapshot, actual, wanted))
                .text();
        Finding finding = new Finding.DatabaseOwnerDiffers(wanted.database(), wanted.ownerRole(), actual);
        return question.answer(State.DRIFT, "drift · destructive to correct", actual.shown(), note, List.of(finding));
    }

    private static String reach(Snapshot snapshot, Name actual, OwnershipModel.Auto wanted) {
        if (actual.equals(wanted.appUser())) {
            return "The app user owns the database itself: the roles that rotate with it would not.";
        }
        return snapshot.role(actual).map(role -> role.superuser()).orElse(false)
                ? "The owner is a superuser, so it keeps its access after a transfer."
                : "";
    }
}

package dev.plumbline.drift;

import dev.plumbline.model.Gap;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.Snapshot;
import java.util.List;
import java.util.Optional;

/** What a check asks, and the answers that every check gives alike. */
record Question(String code, String title, String subject, String expected) {
    static final String NOTHING = "—";

    CheckResult answer(State state, String verdict, String actual, String note, List<? extends Finding> findings) {
        return new CheckResult(
                code, title, subject, state, verdict, expected, actual, note, List.<Finding>copyOf(findings));
    }

    CheckResult ok(String verdict, String actual, String note) {
        return answer(State.OK, verdict, actual, note, List.of());
    }

    CheckResult notApplicable(String why) {
        return answer(State.NOT_APPLICABLE, State.NOT_APPLICABLE.shown(), NOTHING, why, List.of());
    }

    /** The answer when the names cannot be right, or when what the check rests on could not be read; else empty: the check answers itself. */
    Optional<CheckResult> answeredBefore(Snapshot snapshot, OwnershipModel.Auto wanted, String... subjects) {
        if (wanted.namesCollide()) {
            return Optional.of(notApplicable("The owner role and the app user are both called "
                    + wanted.ownerRole().shown()
                    + ": names are cut at 63 bytes. Set ownership.roleName and ownership.userName in the resource to two"
                    + " names."));
        }
        return snapshot.gapAbout(subjects).map(this::unknown);
    }

    CheckResult unknown(Gap gap) {
        String state = gap.sqlState().isEmpty() ? "" : " (" + gap.sqlState() + ")";
        return answer(
                State.UNKNOWN,
                State.UNKNOWN.shown(),
                "?",
                "Could not read " + gap.subject() + ": " + Written.shown(gap.answer()) + state + ".",
                List.of());
    }
}

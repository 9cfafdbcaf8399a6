package dev.plumbline.drift;

import dev.plumbline.model.DeclaredDatabase;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The three sides of the truth triangle, as every row of it reads them. */
record Reading(DeclaredDatabase resource, Optional<Snapshot> snapshot, List<CheckResult> checks) {
    static final Set<String> DECLARED =
            Set.of("OWN-101", "OWN-102", "OWN-103", "OWN-104", "DEF-201", "DEF-202", "SCH-301");

    Optional<OwnershipModel.Auto> wanted() {
        return resource.ownership() instanceof OwnershipModel.Auto auto ? Optional.of(auto) : Optional.empty();
    }

    /** The operator has not looked at the resource since it was last changed. */
    boolean lagging() {
        return resource.statusObservedGeneration() < resource.generation();
    }

    boolean reportsReady() {
        return resource.statusPhase().equals("Ready");
    }

    Optional<CheckResult> check(String code) {
        return checks.stream().filter(check -> check.code().equals(code)).findFirst();
    }

    /** The checks of what the resource declares that found it otherwise; existing objects and extra grants are not declared. */
    List<CheckResult> differing() {
        return checks.stream()
                .filter(check -> DECLARED.contains(check.code()) && differs(check))
                .toList();
    }

    /** Nothing of what is declared was left unread. */
    boolean known() {
        return snapshot.isPresent()
                && !checks.isEmpty()
                && checks.stream()
                        .noneMatch(check -> DECLARED.contains(check.code()) && check.state() == State.UNKNOWN);
    }

    static boolean differs(CheckResult check) {
        return switch (check.state()) {
            case MISSING, DRIFT, PARTIAL -> true;
            case OK, UNKNOWN, NOT_APPLICABLE -> false;
        };
    }

    /** Why the spec cannot come true whatever anybody does; empty when nothing speaks against it. */
    String specWrong() {
        if (!resource.problems().isEmpty()) {
            return Written.shown(String.join(" ", resource.problems()));
        }
        return wanted().map(Reading::impossible).orElse("");
    }

    private static String impossible(OwnershipModel.Auto wanted) {
        if (wanted.namesCollide()) {
            return "The owner role and the app user are both called "
                    + wanted.ownerRole().shown()
                    + " once the names are cut at 63 bytes: a role cannot be a member of itself.";
        }
        return new Sentences()
                .addIf(ReservedRoleName.matches(wanted.ownerRole()), ReservedRoleName.why(wanted.ownerRole()))
                .addIf(ReservedRoleName.matches(wanted.appUser()), ReservedRoleName.why(wanted.appUser()))
                .text();
    }
}

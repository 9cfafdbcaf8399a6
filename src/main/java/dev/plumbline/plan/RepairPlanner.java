package dev.plumbline.plan;

import dev.plumbline.drift.CheckResult;
import dev.plumbline.drift.Finding;
import dev.plumbline.drift.State;
import dev.plumbline.model.Gap;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Turns the findings of the checks into one plan: what is missing and no more, in the order in which the server accepts it, with the memberships
 * that the login has to borrow. What the login cannot repair is a refusal of the plan; so is all that would rest on a gap.
 */
public final class RepairPlanner {
    private RepairPlanner() {}

    public static Plan plan(
            PlanTarget target,
            OwnershipModel.Auto declared,
            Snapshot from,
            List<CheckResult> checks,
            RepairOptions options) {
        OwnershipModel.Auto wanted = declared.asStoredOn(from.server().version());
        Optional<Plan.Refusal> whole = refusalOfAll(wanted, from, checks);
        if (whole.isPresent()) {
            return Plan.of(target, wanted, from, List.of(), List.of(whole.get()));
        }
        RepairDraft draft = new RepairDraft(PlanConcern.of(wanted), from);
        List<Found> found = inOrder(checks);
        for (Found one : found) {
            one.finding().match(new FindingPlanner(draft, one.checkCode()));
        }
        if (options.reapplyAll()) {
            ReapplyPlanner.plan(
                    draft, wanted, found.stream().map(Found::finding).toList());
        }
        return draft.finished(target, from);
    }

    private static List<Found> inOrder(List<CheckResult> checks) {
        List<Found> found = new ArrayList<>();
        for (CheckResult check : checks) {
            check.findings().forEach(finding -> found.add(new Found(check.code(), finding)));
        }
        found.sort(Comparator.comparing(one -> Stage.of(one.finding())));
        return found;
    }

    /**
     * Objects matter to an optional group only. The system identifier matters to no statement: where a provider withholds it, server address, database
     * oid and login still tell one target from another.
     */
    private static boolean isNeeded(Gap gap) {
        return !gap.isAbout(Gap.OBJECTS) && !gap.isAbout(Gap.SYSTEM_IDENTIFIER);
    }

    private static Optional<Plan.Refusal> refusalOfAll(
            OwnershipModel.Auto wanted, Snapshot from, List<CheckResult> checks) {
        String what = "Repair of database " + wanted.database().shown();
        if (wanted.namesCollide()) {
            return refusal(
                    what,
                    "owner role and app user have the same name "
                            + wanted.ownerRole().shown() + "; give them names of their own in the resource");
        }
        if (!wanted.database().equals(from.database().name())) {
            return refusal(
                    what,
                    "the connection is to database " + from.database().name().shown());
        }
        if (from.server().replica()) {
            return refusal(what, "the server is a replica, which takes no changes; connect to its primary");
        }
        return restingOnGap(what, from, checks);
    }

    private static Optional<Plan.Refusal> restingOnGap(String what, Snapshot from, List<CheckResult> checks) {
        Optional<Gap> gap = from.gaps().stream().filter(RepairPlanner::isNeeded).findFirst();
        if (gap.isPresent()) {
            return refusal(
                    what,
                    "it would rest on what could not be read: " + gap.get().subject() + " ("
                            + gap.get().sqlState() + " " + gap.get().answer() + ")");
        }
        return checks.stream()
                .filter(check ->
                        check.state() == State.UNKNOWN && !check.findings().isEmpty())
                .findFirst()
                .flatMap(check -> refusal(what, "\"" + check.title() + "\" is unknown: " + check.note()));
    }

    private static Optional<Plan.Refusal> refusal(String what, String why) {
        return Optional.of(new Plan.Refusal("", what, why, "", false));
    }

    private record Found(String checkCode, Finding finding) {}
}

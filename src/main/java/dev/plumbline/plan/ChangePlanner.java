package dev.plumbline.plan;

import dev.plumbline.model.Gap;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKey;
import dev.plumbline.model.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Turns staged changes into one plan, in the order in which they were staged: what is so already gives no step, what the login may not do or what would rest
 * on a gap is a refusal.
 */
public final class ChangePlanner {
    private ChangePlanner() {}

    /** What has to be read for these changes, and makes their plan stale when it moves. */
    public static PlanConcern concern(List<? extends StagedChange> changes) {
        Set<Name> roles = new LinkedHashSet<>();
        Set<Name> schemas = new LinkedHashSet<>();
        Set<Name> owners = new LinkedHashSet<>();
        Set<ObjectKey> others = new LinkedHashSet<>();
        for (StagedChange change : changes) {
            roles.addAll(change.roles());
            schemas.addAll(change.schemas());
            owners.addAll(change.owners());
            others.addAll(change.others());
        }
        return new PlanConcern(
                new ArrayList<>(roles), new ArrayList<>(schemas), new ArrayList<>(owners), new ArrayList<>(others));
    }

    /** @param from read for the {@link #concern} of these changes */
    public static Plan plan(PlanTarget target, Snapshot from, List<? extends StagedChange> changes) {
        PlanConcern concern = concern(changes);
        Optional<Plan.Refusal> whole = refusalOfAll(from);
        if (whole.isPresent()) {
            return Plan.of(target, concern, from, List.of(), List.of(whole.get()));
        }
        RepairDraft draft = new RepairDraft(concern, from);
        changes.forEach(change -> change.plan(draft));
        return draft.finished(target, from);
    }

    /** Whether the state shows what a plan of changes did: a second plan of the steps whose effect is not there. */
    public static Verification verification(Plan plan, Snapshot now) {
        List<Step> left = plan.steps().stream()
                .filter(step ->
                        step.group().repairs() && !step.change().applyTo(now).equals(now))
                .toList();
        return new Verification(List.of(), Plan.of(plan.target(), plan.concern(), now, left, List.of()));
    }

    private static Optional<Plan.Refusal> refusalOfAll(Snapshot from) {
        String what = "Changes in database " + from.database().name().shown();
        if (from.server().replica()) {
            return Optional.of(new Plan.Refusal(
                    "", what, "the server is a replica, which takes no changes; connect to its primary", "", false));
        }
        if (from.server().version().isCockroach()) {
            return Optional.of(new Plan.Refusal(
                    "",
                    what,
                    "staged changes are planned for PostgreSQL only; on CockroachDB use the repair",
                    "",
                    false));
        }
        return from.gaps().stream()
                .filter(gap -> !gap.isAbout(Gap.SYSTEM_IDENTIFIER))
                .findFirst()
                .map(gap -> new Plan.Refusal(
                        "",
                        what,
                        "it would rest on what could not be read: " + gap.subject() + " (" + gap.sqlState() + " "
                                + gap.answer() + ")",
                        "",
                        false));
    }
}

package dev.plumbline.plan;

import dev.plumbline.access.Capability;
import dev.plumbline.access.Verdict;
import dev.plumbline.model.Membership;
import dev.plumbline.model.Name;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Memberships that a login without superuser rights grants itself for the time of a run, each given back at the end. What the login may do is
 * judged by created roles and loans alone, so that leaving out any other step takes no right away.
 */
final class Loans {
    private Snapshot base;
    private Capability alone;
    private final Map<Name, StepDraft> givingBack = new LinkedHashMap<>();

    Loans(Snapshot from) {
        this.base = from;
        this.alone = Capability.of(from);
    }

    void created(Change creation) {
        base = creation.applyTo(base);
        alone = Capability.of(base);
    }

    Capability without() {
        return alone;
    }

    /** What the login may do with everything borrowed so far, once the change is made. */
    Capability after(Change change) {
        Snapshot with = base;
        for (Name role : givingBack.keySet()) {
            with = loan(role).applyTo(with);
        }
        return Capability.of(change.applyTo(with));
    }

    boolean has(Name role) {
        return givingBack.containsKey(role);
    }

    /** The fewest roles, in the order given, that allow it when borrowed; empty when none do or when they cannot be borrowed. */
    Optional<List<Name>> neededFor(Function<Capability, Verdict> asked, Name... borrowable) {
        Snapshot with = base;
        List<Name> needed = new ArrayList<>();
        for (Name role : borrowable) {
            if (without().grantMembership(role, base.server().login()).allowed()) {
                with = loan(role).applyTo(with);
                needed.add(role);
                if (asked.apply(Capability.of(with)).allowed()) {
                    return Optional.of(needed);
                }
            }
        }
        return Optional.empty();
    }

    StepDraft lend(Name role, String checkCode) {
        Name login = base.server().login();
        StepDraft giveBack = givingBackOf(role, checkCode);
        givingBack.put(role, giveBack);
        return new StepDraft(StepId.borrow(role), StepGroup.BORROW, checkCode, borrowing(role), loan(role))
                .because(login.shown() + " is no superuser: it needs the rights of " + role.shown()
                        + " while the plan runs, and gives them back at its end.")
                .undoneBy(giveBack.sql())
                .hazard(Hazard.ACCESS_TEMPORARY);
    }

    List<StepDraft> givenBack() {
        List<StepDraft> last = new ArrayList<>(givingBack.values());
        Collections.reverse(last);
        return last;
    }

    private StepDraft givingBackOf(Name role, String checkCode) {
        Name login = base.server().login();
        Name grantor = grantor(role);
        Optional<Membership> held = base.memberships().stream()
                .filter(edge -> edge.role().equals(role)
                        && edge.member().equals(login)
                        && Objects.equals(edge.grantor(), grantor))
                .findFirst();
        Sql sql = held.map(edge -> MembershipSql.withOptions(role, login, edge.inherit(), edge.set()))
                .orElseGet(() ->
                        MembershipSql.revoke(role, login, grantor, base.server().version()));
        Change change = held.<Change>map(edge -> new GrantMembership(role, login, grantor, edge.inherit(), edge.set()))
                .orElseGet(() -> new RevokeMembership(role, login, grantor));
        return new StepDraft(StepId.giveBack(role), StepGroup.GIVE_BACK, checkCode, sql, change)
                .because("The membership in " + role.shown() + " was borrowed for this plan.")
                .undoneBy(borrowing(role))
                .requires(List.of(StepId.borrow(role)));
    }

    private Sql borrowing(Name role) {
        Name login = base.server().login();
        return base.server().version().hasMembershipOptions()
                ? MembershipSql.withOptions(role, login, true, true)
                : MembershipSql.grant(role, login);
    }

    private GrantMembership loan(Name role) {
        boolean options = base.server().version().hasMembershipOptions();
        Boolean on = options ? Boolean.TRUE : null;
        return new GrantMembership(role, base.server().login(), grantor(role), on, on);
    }

    private @Nullable Name grantor(Name role) {
        return without().grantorOfMembership(role).orElse(null);
    }
}

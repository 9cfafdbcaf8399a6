package dev.plumbline.access.drop;

import dev.plumbline.access.Capability;
import dev.plumbline.access.Verdict;
import dev.plumbline.access.drop.DropPreflight.DropStep;
import dev.plumbline.access.drop.DropPreflight.Obstacle;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Dependency;
import dev.plumbline.model.Gap;
import dev.plumbline.model.Membership;
import dev.plumbline.model.Name;
import dev.plumbline.model.RoleDependents;
import dev.plumbline.model.RoleDependents.InDatabase;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what DROP ROLE would be refused for (manual DROP ROLE, DROP OWNED, REASSIGN OWNED; 21.4 "Dropping Roles"). */
public final class DropSearch {
    private final AccessSnapshot snapshot;
    private final RoleDependents dependents;
    private final @Nullable Name heir;
    private final List<Obstacle> obstacles = new ArrayList<>();
    private final List<DropStep> steps = new ArrayList<>();
    private final List<Gap> unknown = new ArrayList<>();

    private DropSearch(AccessSnapshot snapshot, RoleDependents dependents, @Nullable Name heir) {
        this.snapshot = snapshot;
        this.dependents = dependents;
        this.heir = heir;
    }

    /** @param heir who is to get what the role owns; null for the login itself */
    public static DropPreflight of(AccessSnapshot snapshot, RoleDependents dependents, @Nullable Name heir) {
        return new DropSearch(snapshot, dependents, heir).answer();
    }

    private DropPreflight answer() {
        Name role = dependents.role();
        Verdict may = Capability.of(snapshot.catalog()).dropRole(role);
        dependents.databases().forEach(this::databaseObstacles);
        sharedObstacles();
        membershipObstacles();
        addSteps();
        DropPreflight.Verdict verdict;
        if (!may.allowed()) {
            obstacles.add(0, new Obstacle("", may.why(), List.of()));
            verdict = DropPreflight.Verdict.NOT_BY_THIS_LOGIN;
        } else if (!unknown.isEmpty()) {
            verdict = DropPreflight.Verdict.CANNOT_TELL;
        } else {
            verdict = obstacles.isEmpty() ? DropPreflight.Verdict.NOW : DropPreflight.Verdict.AFTER_STEPS;
        }
        boolean noteworthy = verdict != DropPreflight.Verdict.NOT_BY_THIS_LOGIN;
        return new DropPreflight(
                role,
                verdict,
                obstacles,
                noteworthy ? steps : List.of(),
                GoesAlong.lines(snapshot, dependents),
                unknown);
    }

    private void databaseObstacles(InDatabase place) {
        place.unseen().ifPresent(unknown::add);
        String database = place.database().shown();
        place.counts()
                .forEach((how, number) -> obstacles.add(new Obstacle(
                        database,
                        dependents.role().shown() + " " + how.shown() + " " + number
                                + (number == 1 ? " object" : " objects"),
                        place.shown(how))));
    }

    private void sharedObstacles() {
        dependents.shared().counts().forEach((how, number) -> {
            if (how != Dependency.MEMBERSHIP) {
                obstacles.add(new Obstacle(
                        "",
                        dependents.role().shown() + " " + how.shown() + " " + number
                                + " of what the server's databases share",
                        dependents.shared().shown(how)));
            }
        });
    }

    /** From 16 on the server keeps the grantor of a membership, and refuses while one stands that the role granted to others. */
    private void membershipObstacles() {
        if (!snapshot.version().hasMembershipOptions()) {
            return;
        }
        snapshot.catalog().gapAbout(Gap.ROLES, Gap.MEMBERSHIPS).ifPresent(unknown::add);
        List<Membership> granted = granted();
        if (!granted.isEmpty()) {
            obstacles.add(new Obstacle(
                    "",
                    dependents.role().shown() + " granted " + granted.size()
                            + (granted.size() == 1 ? " membership" : " memberships") + " that would lose its grantor",
                    granted.stream()
                            .map(edge ->
                                    edge.member().shown() + " in " + edge.role().shown())
                            .toList()));
        }
    }

    private List<Membership> granted() {
        Name role = dependents.role();
        return snapshot.catalog().memberships().stream()
                .filter(edge -> role.equals(edge.grantor())
                        && !edge.role().equals(role)
                        && !edge.member().equals(role))
                .toList();
    }

    /** First all that is owned goes to somebody else, in every database: DROP OWNED drops what is still owned. */
    private void addSteps() {
        Name here = dependents.shared().database();
        InDatabase shared = dependents.shared();
        List<InDatabase> places = new ArrayList<>(dependents.databases());
        boolean hereIsListed =
                places.stream().anyMatch(place -> place.database().equals(here));
        if (!hereIsListed && !shared.isEmpty()) {
            places.add(0, new InDatabase(here, List.of(), List.of(), Optional.empty()));
        }
        for (InDatabase place : places) {
            boolean withShared = place.database().equals(here);
            int owned = place.count(Dependency.OWNS) + (withShared ? shared.count(Dependency.OWNS) : 0);
            if (owned > 0) {
                steps.add(new DropStep(
                        place.database(),
                        heir == null
                                ? Sql.of("REASSIGN OWNED BY %I TO CURRENT_USER", dependents.role())
                                : Sql.of("REASSIGN OWNED BY %I TO %I", dependents.role(), heir),
                        "gives " + owned + (owned == 1 ? " object" : " objects") + " another owner" + lack()));
            }
        }
        for (Membership edge : granted()) {
            boolean passedOn = snapshot.catalog().memberships().stream()
                    .anyMatch(other -> edge.member().equals(other.grantor())
                            && other.role().equals(edge.role()));
            Sql revoke = Sql.of("REVOKE %I FROM %I GRANTED BY %I", edge.role(), edge.member(), dependents.role());
            steps.add(new DropStep(
                    here,
                    passedOn && snapshot.version().hasMembershipOptions() ? Sql.of("%s CASCADE", revoke) : revoke,
                    "takes back the membership of " + edge.member().shown() + " in "
                            + edge.role().shown()
                            + (passedOn ? ", and what " + edge.member().shown() + " granted on by it" : "")));
        }
        for (InDatabase place : places) {
            boolean withShared = place.database().equals(here);
            int revoked = other(place) + (withShared ? other(shared) : 0);
            if (revoked > 0) {
                steps.add(new DropStep(
                        place.database(),
                        Sql.of("DROP OWNED BY %I", dependents.role()),
                        "takes its privileges, default privileges, user mappings and its name in policies (" + revoked
                                + "); it would drop what the role still owned, so it comes after" + lack()
                                + who(place, withShared)));
            }
        }
    }

    /** Both statements ask for the rights of the role, and REASSIGN OWNED for those of the heir. */
    private String lack() {
        Capability capability = Capability.of(snapshot.catalog());
        Verdict asRole = capability.actAs(dependents.role());
        Verdict asHeir = heir == null ? Verdict.ALLOWED : capability.actAs(heir);
        List<String> grants = new ArrayList<>();
        if (!asRole.allowed()) {
            grants.add(asRole.missingGrants());
        }
        if (!asHeir.allowed()) {
            grants.add(asHeir.missingGrants());
        }
        return grants.isEmpty() ? "" : "; this login needs before: " + String.join("; ", grants);
    }

    /** DROP OWNED revokes as the login: what it may not revoke stays, with no more than a warning. */
    private String who(InDatabase place, boolean withShared) {
        int privileges = place.count(Dependency.PRIVILEGES)
                + (withShared ? dependents.shared().count(Dependency.PRIVILEGES) : 0);
        return privileges == 0 || Capability.of(snapshot.catalog()).isSuperuser()
                ? ""
                : "; a superuser has to run it, or whoever may revoke each of the " + privileges
                        + " grants: what this login may not revoke stays, with a warning only";
    }

    private static int other(InDatabase place) {
        return place.counts().entrySet().stream()
                .filter(entry -> entry.getKey() != Dependency.OWNS && entry.getKey() != Dependency.MEMBERSHIP)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}

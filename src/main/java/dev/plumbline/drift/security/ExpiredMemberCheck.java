package dev.plumbline.drift.security;

import dev.plumbline.access.Link;
import dev.plumbline.model.Role;
import java.util.ArrayList;
import java.util.List;

/** SEC-411: a login whose password has expired but whose memberships were left: a new password, or a login without one, gives all of it back. */
final class ExpiredMemberCheck implements SecurityCheck {
    @Override
    public String code() {
        return "SEC-411";
    }

    @Override
    public String title() {
        return "Login past VALID UNTIL that is still a member";
    }

    @Override
    public Severity severity() {
        return Severity.LOW;
    }

    @Override
    public List<String> restsOn() {
        return Subject.OF_MEMBERSHIPS;
    }

    @Override
    public List<SecurityFinding> find(AccessSituation situation) {
        List<SecurityFinding> findings = new ArrayList<>();
        for (Role role : situation.logins()) {
            List<Link> parents = situation.graph().parentsOf(role.name()).stream()
                    .filter(link -> !link.implicit())
                    .toList();
            if (!parents.isEmpty() && ValidUntil.isPast(role, situation.readAt())) {
                List<String> groups =
                        parents.stream().map(link -> link.role().shown()).toList();
                List<String> objects = new ArrayList<>(List.of(role.name().shown()));
                objects.addAll(groups);
                findings.add(SecurityFinding.of(
                                this,
                                objects,
                                "Login " + role.name().shown() + " is past its VALID UNTIL (" + ValidUntil.shown(role)
                                        + ") and still a member of " + ObjectWords.few(groups) + ".")
                        .withFix(parents.stream()
                                .flatMap(link -> link.grants().stream())
                                .flatMap(grant -> MembershipSql.revoke(situation, grant).stream())
                                .toList())
                        .staging(MembershipSql.changes(
                                situation,
                                parents.stream()
                                        .flatMap(link -> link.grants().stream())
                                        .toList())));
            }
        }
        return findings;
    }
}

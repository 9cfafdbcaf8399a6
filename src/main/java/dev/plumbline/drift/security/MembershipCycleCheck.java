package dev.plumbline.drift.security;

import dev.plumbline.access.RoleClosure;
import dev.plumbline.access.RoleSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** SEC-401: roles in a circle, which the server refuses to make and only a broken catalog holds: each holds what all of them hold. */
final class MembershipCycleCheck implements SecurityCheck {
    @Override
    public String code() {
        return "SEC-401";
    }

    @Override
    public String title() {
        return "Roles that are members of each other";
    }

    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public List<String> restsOn() {
        return Subject.OF_MEMBERSHIPS;
    }

    @Override
    public List<SecurityFinding> find(AccessSituation situation) {
        List<SecurityFinding> findings = new ArrayList<>();
        RoleClosure closure = situation.closure();
        Set<Integer> seen = new HashSet<>();
        for (int role = 0; role < situation.index().known(); role++) {
            List<String> circle = new ArrayList<>();
            RoleSet members = closure.membersOf(role);
            for (int member = members.next(0); member >= 0; member = members.next(member + 1)) {
                if (closure.membersOf(member).has(role) && seen.add(member)) {
                    circle.add(situation.index().shown(member));
                }
            }
            if (circle.size() > 1) {
                findings.add(SecurityFinding.of(
                        this,
                        circle,
                        "Roles " + ObjectWords.few(circle)
                                + " are members of each other in a circle. Revoke the membership that should not be."));
            }
        }
        return findings;
    }
}

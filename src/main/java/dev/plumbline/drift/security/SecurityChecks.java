package dev.plumbline.drift.security;

import dev.plumbline.access.EffectivePrivileges;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Gap;
import dev.plumbline.model.ServerVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All checks of roles and grants, by code. */
public final class SecurityChecks {
    private static final List<SecurityCheck> ALL = List.of(
            new MembershipCycleCheck(),
            new LoginOwnsObjectsCheck(),
            new MemberWithoutInheritCheck(),
            new CreatorWithoutDefaultsCheck(),
            new PublicCreateCheck(),
            new DefinerSearchPathCheck(),
            new DefinerForPublicCheck(),
            new BrokenGrantChainCheck(),
            new SuperuserLoginCheck(),
            new ExpiredOwnerCheck(),
            new ExpiredMemberCheck(),
            new DanglingGrantCheck(),
            new DroppedOwnerCheck(),
            new RowSecurityWithoutPolicyCheck(),
            new PoliciesPassedByCheck(),
            new PoliciesWithoutRowSecurityCheck(),
            new DefaultRuleForPublicCheck(),
            new PublicMayWriteCheck(),
            new PublicMayConnectCheck(),
            new CreateRoleLoginCheck(),
            new PowerfulMemberCheck(),
            new BypassRowSecurityLoginCheck(),
            new ReplicationLoginCheck(),
            new UnusedRoleCheck(),
            new UntrustedRoutineCheck(),
            new PartitionOwnerCheck(),
            new AdminOverOwnerCheck(),
            new ExtensionMemberOwnerCheck(),
            new DroppedGrantorCheck());

    private SecurityChecks() {}

    public static List<SecurityCheck> all() {
        return ALL;
    }

    public static Optional<SecurityCheck> of(String code) {
        return ALL.stream().filter(check -> check.code().equals(code)).findFirst();
    }

    /**
     * What every check finds, the heaviest first, then by code. A check that rests on something unread says so in an entry of its own, after
     * all that was found; after those stand the checks that do not apply on the server. {@code readAt} is the instant that VALID UNTIL is compared with.
     */
    public static List<SecurityFinding> run(AccessSnapshot snapshot, EffectivePrivileges privileges, Instant readAt) {
        AccessSituation situation = new AccessSituation(snapshot, privileges, readAt);
        List<SecurityFinding> findings = new ArrayList<>();
        boolean cockroach = snapshot.version().isCockroach();
        for (SecurityCheck check : ALL) {
            findings.addAll(cockroach ? onCockroach(check, situation) : answered(check, situation, check.restsOn()));
        }
        findings.sort(Comparator.comparing((SecurityFinding finding) -> !finding.applies())
                .thenComparing(SecurityFinding::isUnknown)
                .thenComparing(finding -> !finding.isFound() ? Severity.INFO : finding.severity())
                .thenComparing(SecurityFinding::code));
        return List.copyOf(findings);
    }

    private static List<SecurityFinding> onCockroach(SecurityCheck check, AccessSituation situation) {
        ServerVersion version = situation.snapshot().version();
        Optional<String> notThere = CockroachChecks.notThere(check, version);
        if (notThere.isPresent()) {
            return List.of(SecurityFinding.notApplicable(check, version.product(), notThere.get()));
        }
        Optional<Gap> notRead = CockroachChecks.notRead(check);
        if (notRead.isPresent()) {
            return List.of(SecurityFinding.unknown(check, notRead.get()));
        }
        return answered(check, situation, CockroachChecks.restsOn(check)).stream()
                .map(finding -> finding.isUnknown() ? finding : CockroachChecks.adapted(finding))
                .toList();
    }

    private static List<SecurityFinding> answered(
            SecurityCheck check, AccessSituation situation, List<String> restsOn) {
        List<SecurityFinding> findings = new ArrayList<>();
        Optional<Gap> gap = situation.snapshot().catalog().gapAbout(restsOn.toArray(String[]::new));
        if (gap.isEmpty() || !check.restsOnAbsence()) {
            findings.addAll(check.find(situation));
        }
        gap.ifPresent(unread -> findings.add(SecurityFinding.unknown(check, unread)));
        return findings;
    }
}

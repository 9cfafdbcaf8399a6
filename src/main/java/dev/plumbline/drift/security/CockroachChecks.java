package dev.plumbline.drift.security;

import dev.plumbline.model.Gap;
import dev.plumbline.model.ServerVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What becomes of each check on CockroachDB (v25.1, Authorization; v25.2, Row-Level Security): those named in none of the lists here ask what they ask on PostgreSQL. Where the server has
 * nothing of the kind a check does not apply; where it has and readings do not hold it, the answer is unknown. Neither passes in silence.
 */
final class CockroachChecks {
    private static final int ROW_SECURITY_SINCE = 250_200;
    private static final String NO_GRANTOR = "it keeps no grantors";
    private static final String NOT_DROPPED = "it refuses to drop a role that owns or was granted anything";
    private static final Map<String, String> NOT_THERE = Map.ofEntries(
            Map.entry("SEC-403", "it knows no NOINHERIT: every membership passes privileges on"),
            Map.entry("SEC-408", NO_GRANTOR),
            Map.entry("SEC-412", NOT_DROPPED),
            Map.entry("SEC-413", NOT_DROPPED),
            Map.entry("SEC-419", "CONNECT lets a role see what a database holds there, and TEMPORARY is no privilege"),
            Map.entry("SEC-421", "it has no predefined roles but admin, which SEC-409 looks at"),
            Map.entry("SEC-425", "it has no untrusted languages"),
            Map.entry("SEC-426", "partitions are no tables of their own there"),
            Map.entry("SEC-428", "its extensions have no members"),
            Map.entry("SEC-429", NO_GRANTOR));
    private static final Map<String, Gap> NOT_READ = Map.of(
            "SEC-406", new Gap("which functions are SECURITY DEFINER", "", "not read on CockroachDB"),
            "SEC-407", new Gap("which functions are SECURITY DEFINER", "", "not read on CockroachDB"),
            "SEC-423", new Gap("system privileges", "", "not read on CockroachDB; SHOW SYSTEM GRANTS tells them"));
    private static final Set<String> OF_ROW_SECURITY = Set.of("SEC-414", "SEC-415", "SEC-416", "SEC-422");
    /** Checks whose statements CockroachDB takes as they are (GRANT, REVOKE, ALTER ROLE, ALTER DEFAULT PRIVILEGES). */
    private static final Set<String> WITH_STATEMENTS =
            Set.of("SEC-405", "SEC-409", "SEC-411", "SEC-417", "SEC-418", "SEC-420", "SEC-427");

    private CockroachChecks() {}

    /** Why the server has nothing that the check could find. */
    static Optional<String> notThere(SecurityCheck check, ServerVersion version) {
        return OF_ROW_SECURITY.contains(check.code()) && version.number() < ROW_SECURITY_SINCE
                ? Optional.of("it has row security only from v25.2 on")
                : Optional.ofNullable(NOT_THERE.get(check.code()));
    }

    /** What the check would need and readings of CockroachDB do not hold. */
    static Optional<Gap> notRead(SecurityCheck check) {
        return OF_ROW_SECURITY.contains(check.code())
                ? Optional.of(new Gap("row security and its policies", "", "not read on CockroachDB"))
                : Optional.ofNullable(NOT_READ.get(check.code()));
    }

    /** Who is a superuser there is told by memberships alone. */
    static List<String> restsOn(SecurityCheck check) {
        List<String> subjects = new ArrayList<>(check.restsOn());
        if (check.code().equals("SEC-409")) {
            subjects.add(Gap.MEMBERSHIPS);
        }
        return subjects;
    }

    /** A finding without what only PostgreSQL takes: its statements where they are not CockroachDB's too, and changes, which are planned for PostgreSQL alone. */
    static SecurityFinding adapted(SecurityFinding finding) {
        return WITH_STATEMENTS.contains(finding.code()) ? finding.staging(List.of()) : finding.withFix(List.of());
    }
}

package dev.plumbline.access.why;

import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Gap;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.Privilege;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What CockroachDB checks otherwise than PostgreSQL, by its documentation (v25.1, Authorization, "Supported privileges"; Views; v25.2, Row-Level Security). What the
 * documentation leaves open, or what is not read there, is UNKNOWN where it decides and a note where it does not.
 */
final class CockroachGates {
    private static final Name PUBLIC_SCHEMA = Name.of("public");

    private CockroachGates() {}

    /** Role options say who may log in, and so does a system privilege. */
    static Gate login(String role) {
        return new Gate(
                "LOGIN",
                Gate.State.NOTE,
                role
                        + " can log in by its role options; the system privilege NOSQLLOGIN, which would keep it out, is not read",
                "LOGIN");
    }

    /** CONNECT lets a role see what a database holds; no page says that it keeps a session or a statement out. */
    static Gate connect(Situation situation, int role) {
        Optional<Gap> gap = situation.snapshot().catalog().gapAbout(Gap.DATABASE);
        Optional<DatabaseObject> database = situation.database();
        if (gap.isPresent() || database.isEmpty()) {
            return new Gate(
                    "CONNECT",
                    Gate.State.NOTE,
                    "who holds CONNECT could not be read; it lets a role see what the database holds",
                    gap.map(Gap::answer).orElse(Gap.DATABASE));
        }
        boolean may = situation.holds(role, database.get(), Privilege.CONNECT);
        String name = database.get().shown();
        String evidence = PrivilegeGates.aclOf(situation, database.get());
        return may
                ? new Gate("CONNECT", Gate.State.PASS, "holds CONNECT on " + name, evidence)
                : new Gate(
                        "CONNECT",
                        Gate.State.NOTE,
                        "does not hold CONNECT on " + name
                                + ": it does not see what the database holds; that this keeps it out is not documented",
                        evidence);
    }

    /** Whether USAGE is asked for there is said of schemas that somebody made, and left open for this one. */
    static boolean leavesUsageOpen(Situation situation, DatabaseObject object) {
        return situation.isCockroach() && PUBLIC_SCHEMA.equals(object.schema());
    }

    static Gate openUsage(Situation situation, DatabaseObject schema) {
        return new Gate(
                "USAGE",
                Gate.State.UNKNOWN,
                "cannot tell: it has no USAGE on schema public, and CockroachDB's documentation does not say whether names in it need that",
                PrivilegeGates.aclOf(situation, schema));
    }

    /** What was read about the relation when it was asked about. */
    static List<Gate> behind(Situation situation, Question question, Evidence evidence) {
        List<Gate> gates = new ArrayList<>();
        evidence.seen().ifPresent(seen -> {
            if (seen.rowSecurity() && RowSecurityGate.FILTERED.has(question.privilege())) {
                gates.add(rowSecurity(situation, question));
            }
            if (seen.view()) {
                gates.add(new Gate(
                        "VIEW",
                        Gate.State.NOTE,
                        "is a view: the privilege on it is enough, whatever the caller holds on what it reads",
                        ""));
            }
        });
        if (question.object().kind() == ObjectKind.RELATION
                && question.privilege().equals(Privilege.INSERT)) {
            gates.add(new Gate(
                    "SEQUENCE",
                    Gate.State.NOTE,
                    "sequences behind defaults are not read here: a column that is left out may need USAGE on one",
                    ""));
        }
        return gates;
    }

    private static Gate rowSecurity(Situation situation, Question question) {
        String enabled = "ENABLE ROW LEVEL SECURITY";
        return situation.closure().isSuperuser(question.role())
                ? new Gate(RowSecurityGate.TITLE, Gate.State.PASS, "enabled, but admin passes it by", enabled)
                : new Gate(
                        RowSecurityGate.TITLE,
                        Gate.State.UNKNOWN,
                        "cannot tell which rows remain: row security is enabled, and policies are not read on CockroachDB",
                        enabled);
    }
}

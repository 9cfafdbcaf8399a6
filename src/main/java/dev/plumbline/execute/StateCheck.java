package dev.plumbline.execute;

import dev.plumbline.model.Problem;
import dev.plumbline.model.Problem.Kind;
import dev.plumbline.model.ServerIdentity;
import dev.plumbline.model.Snapshot;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.StateFingerprint;
import java.util.List;
import java.util.Optional;

/** Whether the session that is about to run a plan sees the server, database and state that the plan was made from. */
final class StateCheck {
    private static final int SHOWN = 12;

    private StateCheck() {}

    static Optional<Problem> differs(Plan plan, Snapshot now) {
        return otherTarget(plan, now.server()).or(() -> otherState(plan, now));
    }

    static Optional<Problem> otherTarget(Plan plan, ServerIdentity now) {
        ServerIdentity then = plan.target().server();
        if (now.replica()) {
            return refuse(
                    plan,
                    Kind.READ_ONLY,
                    "replica",
                    "this server is a replica and takes no changes.",
                    "Connect to its primary.");
        }
        return then.isSameTarget(now)
                ? Optional.empty()
                : refuse(
                        plan,
                        Kind.WRONG_TARGET,
                        "wrong-target",
                        "the plan was made for " + inWords(then) + ", this session is in " + inWords(now) + ".",
                        "Check where the host name leads, and make the plan anew there.");
    }

    private static Optional<Problem> otherState(Plan plan, Snapshot now) {
        List<String> differences =
                StateFingerprint.of(plan.from(), plan.concern()).differenceTo(StateFingerprint.of(now, plan.concern()));
        if (differences.isEmpty()) {
            return Optional.empty();
        }
        String more = differences.size() > SHOWN ? "; … and " + (differences.size() - SHOWN) + " more" : "";
        return refuse(
                plan,
                Kind.STALE_PLAN,
                "stale-plan",
                "the state has changed since the plan was made: "
                        + String.join("; ", differences.subList(0, Math.min(SHOWN, differences.size()))) + more,
                "Check again and look at the new plan.");
    }

    private static String inWords(ServerIdentity server) {
        return "database " + server.database().shown() + " (oid " + server.databaseOid() + ") of cluster "
                + server.systemIdentifier() + " as " + server.login().shown() + ", "
                + server.version().product().shown();
    }

    private static Optional<Problem> refuse(Plan plan, Kind kind, String code, String answer, String next) {
        return Optional.of(
                new Problem(kind, code, "Running the plan on", plan.target().shown(), answer, next));
    }
}

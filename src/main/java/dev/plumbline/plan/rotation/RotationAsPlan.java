package dev.plumbline.plan.rotation;

import dev.plumbline.model.DatabaseEntry;
import dev.plumbline.model.LockTimeout;
import dev.plumbline.model.Name;
import dev.plumbline.model.ServerIdentity;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.Sql;
import dev.plumbline.model.StatementTimeout;
import dev.plumbline.model.managed.LiveCredentials;
import dev.plumbline.model.managed.ManagedDatabase;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.PlanConcern;
import dev.plumbline.plan.PlanTarget;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.StepGroup;
import dev.plumbline.plan.Warning;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rotation in the shape of any other plan, to be reviewed and approved as those are: the same steps under the same ids, and the same digest. What a step shows is not what is
 * sent where it holds a password or speaks to the cluster; only a rotation's own runner can run it.
 */
public final class RotationAsPlan {
    private static final String OF_ITSELF = "nothing is taken back by itself.";

    private RotationAsPlan() {}

    public static Plan of(RotationPlan rotation, LiveCredentials live) {
        List<Plan.Refusal> refusals = rotation.obstacles().stream()
                .map(why -> new Plan.Refusal("ROTATION", "In the way", why, "", false))
                .toList();
        return new Plan(
                new PlanTarget(
                        rotation.facts().database().ref(), rotation.facts().cluster(), live.server()),
                new PlanConcern(List.of(), List.of(), List.of()),
                nothingOf(live.server()),
                rotation.steps().stream().map(RotationAsPlan::step).toList(),
                refusals,
                rotation.digest());
    }

    private static Snapshot nothingOf(ServerIdentity server) {
        DatabaseEntry database =
                new DatabaseEntry(server.databaseOid(), server.database(), server.login(), null, -1, "", "");
        return new Snapshot(server, database, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    private static Step step(RotationStep step) {
        return new Step(
                step.id(),
                StepGroup.CHANGE,
                "ROTATION",
                "Step " + step.loop() + " of the operator's 7: " + step.title(),
                // Shown, never sent: RotationSteps makes what it sends anew.
                new Sql(step.text()),
                undo(step),
                noUndo(step),
                hazards(step),
                "-",
                LockTimeout.DEFAULT,
                StatementTimeout.DEFAULT,
                false,
                List.of(),
                snapshot -> snapshot,
                warnings(step));
    }

    private static @Nullable Sql undo(RotationStep step) {
        return step.kind() == RotationStep.Kind.CLOSE_LOGIN
                ? LoginSql.opening(Name.of(ManagedDatabase.loginOf(step.version())))
                : null;
    }

    private static String noUndo(RotationStep step) {
        return switch (step.kind()) {
            case CHECK_PODS, CHECK_SESSIONS, CHECK_HINTS -> "it changes nothing.";
            case DROP_ROLE, DELETE_SECRET -> "the password is gone with it.";
            case RUN_MIGRATION -> "a migration brings no way back of its own.";
            case CLOSE_LOGIN, MAKE_GROUP, GRANT_TABLES, CREATE_ROLE, SET_PASSWORD, WRITE_SECRET, WRITE_STATUS ->
                OF_ITSELF;
        };
    }

    private static Set<Hazard> hazards(RotationStep step) {
        return switch (step.kind()) {
            case DROP_ROLE, DELETE_SECRET -> Set.of(Hazard.HELD_BACK);
            case MAKE_GROUP, GRANT_TABLES, CREATE_ROLE -> Set.of(Hazard.ACCESS_WIDENED);
            case CHECK_PODS,
                    CHECK_SESSIONS,
                    CLOSE_LOGIN,
                    CHECK_HINTS,
                    RUN_MIGRATION,
                    SET_PASSWORD,
                    WRITE_SECRET,
                    WRITE_STATUS -> Set.of();
        };
    }

    private static List<Warning> warnings(RotationStep step) {
        return switch (step.kind()) {
            case MAKE_GROUP, GRANT_TABLES, CREATE_ROLE -> List.of();
            case CHECK_PODS, CHECK_SESSIONS, CHECK_HINTS ->
                List.of(new Warning(
                        Warning.ONLY_READS,
                        false,
                        "Read again when it runs; the run stops here if something is in the way."));
            case CLOSE_LOGIN ->
                List.of(
                        new Warning(
                                "CLOSES_LOGIN",
                                false,
                                "Pods and sessions are looked at once more behind it. If somebody slipped in, the login is opened again and the run stops."));
            case DROP_ROLE ->
                List.of(new Warning(
                        "DROPS_LOGIN",
                        true,
                        "login " + ManagedDatabase.loginOf(step.version()) + " is gone for good, on the whole server"));
            case DELETE_SECRET ->
                List.of(new Warning(
                        "DELETES_SECRET", true, "the Secret of version " + step.version() + " is gone for good"));
            case RUN_MIGRATION ->
                List.of(new Warning(
                        "RUNS_CONTAINER",
                        false,
                        "What the image does is not seen from here: its hints are all that is known of it."));
            case SET_PASSWORD ->
                List.of(new Warning(
                        "NEW_PASSWORD",
                        false,
                        "No Secret holds the one it had: whoever knows that one cannot log in with it any more."));
            case WRITE_SECRET ->
                List.of(new Warning(
                        "WRITES_SECRET", false, "The password is made while it runs, and is in this Secret alone."));
            case WRITE_STATUS -> List.of(new Warning("WRITES_STATUS", false, "As the operator itself would."));
        };
    }
}

package dev.plumbline.operation.rotation;

import dev.plumbline.catalog.managed.CredentialsReader;
import dev.plumbline.job.CancelToken;
import dev.plumbline.kube.ManagedResources;
import dev.plumbline.model.LockTimeout;
import dev.plumbline.model.Name;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Secret;
import dev.plumbline.model.Sql;
import dev.plumbline.model.StatementTimeout;
import dev.plumbline.model.managed.LiveCredentials;
import dev.plumbline.model.managed.ManagedDatabase;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.pg.WritingSession;
import dev.plumbline.plan.rotation.RotationPlan;
import dev.plumbline.plan.rotation.RotationStep;
import java.util.List;

/**
 * What the steps of a rotation act on: the cluster's resources, and the database through the one session that writes.
 *
 * @param session writes; everything is read by sessions of its own, so that what is read is what others see
 */
record RotationTarget(
        RotationPlan plan,
        ManagedResources resources,
        ServerPools pools,
        ConnectionTarget target,
        WritingSession session,
        CancelToken cancel) {
    ManagedDatabase database() {
        return plan.facts().database();
    }

    LiveCredentials live() {
        return pools.read(target, cancel, reading -> new CredentialsReader().read(reading, cancel));
    }

    void execute(List<Sql> statements) {
        statements.forEach(sql -> session.execute(sql, LockTimeout.DEFAULT, StatementTimeout.DEFAULT, cancel));
    }

    /** All of it or nothing. */
    void executeTogether(List<Sql> statements) {
        session.begin(cancel);
        boolean done = false;
        try {
            execute(statements);
            session.commit();
            done = true;
        } finally {
            if (!done) {
                session.rollback();
            }
        }
    }

    /** @throws ProblemException when this login does not get in */
    void logIn(Name role, Secret password) {
        ConnectionTarget as = new ConnectionTarget(
                target.host(),
                target.address(),
                target.port(),
                target.database(),
                role,
                password,
                target.tls(),
                target.connectTimeout(),
                target.label(),
                List.of());
        pools.open(as, cancel).close();
    }

    /** @throws ProblemException when it does not hold; {@code answer} says what was found instead */
    void require(boolean holds, RotationStep step, String answer) {
        if (!holds) {
            throw problem(Problem.Kind.CONFLICT, "ROT-STEP", step, answer, "Look at the rotation again.");
        }
    }

    ProblemException problem(Problem.Kind kind, String code, RotationStep step, String answer, String next) {
        return new ProblemException(new Problem(
                kind,
                code,
                "Rotating (" + step.title() + ") for",
                database().ref().shown(),
                answer,
                next));
    }
}

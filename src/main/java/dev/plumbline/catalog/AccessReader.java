package dev.plumbline.catalog;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.AccessScope;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Gap;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.pg.PgFailure;
import dev.plumbline.pg.PgSession;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the whole access side of the connected database as of one moment, in one round trip. What the login may not see becomes a {@link Gap};
 * finding out what that is costs a round trip per subject. PostgreSQL only: CockroachDB's grants are not ACLs.
 */
public final class AccessReader {
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    /** Reads in a read-only transaction of its own. */
    public AccessSnapshot read(PgSession session, AccessScope scope, CancelToken cancel) {
        return read(session, scope, queries -> session.readTogether(queries, cancel));
    }

    /** Reads inside the transaction that is open, what that transaction changed included; it stays open, and usable also when a subject is refused. */
    public AccessSnapshot readWithin(PgSession session, AccessScope scope, CancelToken cancel) {
        return read(session, scope, queries -> session.readWithin(queries, cancel));
    }

    private static AccessSnapshot read(PgSession session, AccessScope scope, Asking asking) {
        if (session.version().isCockroach()) {
            throw new ProblemException(
                    new Problem(
                            Problem.Kind.GAP,
                            "ACC-501",
                            "read who may do what",
                            session.target().shown(),
                            "this is made for PostgreSQL's access lists, and CockroachDB's grants are none.",
                            "The ownership checks, why, privileges, roles, default-privileges, next and findings read CockroachDB; write what is to change as statements in a client."));
        }
        List<AccessSubject> subjects = AccessSubjects.of(session.version(), scope);
        AccessDraft draft = new AccessDraft(new SnapshotDraft(session.version()), scope.everyCell());
        try {
            fill(draft, subjects, asking);
        } catch (ProblemException failure) {
            if (!PgFailure.sqlState(failure).equals(INSUFFICIENT_PRIVILEGE)) {
                throw failure;
            }
            draft = new AccessDraft(new SnapshotDraft(session.version()), scope.everyCell());
            fill(draft, withoutRefused(subjects, draft, asking), asking);
        }
        return draft.finished();
    }

    private static void fill(AccessDraft draft, List<AccessSubject> subjects, Asking asking) {
        List<Rows> answers =
                asking.ask(subjects.stream().map(AccessSubject::query).toList());
        for (int number = 0; number < subjects.size(); number++) {
            subjects.get(number).read(answers.get(number), draft);
        }
    }

    /** Asks for each subject by itself; those that are refused become gaps, the others are then read together. */
    private static List<AccessSubject> withoutRefused(List<AccessSubject> subjects, AccessDraft draft, Asking asking) {
        List<AccessSubject> allowed = new ArrayList<>();
        for (AccessSubject subject : subjects) {
            try {
                asking.ask(List.of(subject.query()));
                allowed.add(subject);
            } catch (ProblemException failure) {
                if (!PgFailure.sqlState(failure).equals(INSUFFICIENT_PRIVILEGE) || !subject.mayBeMissing()) {
                    throw failure;
                }
                draft.gap(new Gap(subject.gap(), PgFailure.sqlState(failure), PgFailure.serverMessage(failure)));
            }
        }
        return allowed;
    }

    /** One round trip, in a transaction of its own or in the one that is open. */
    private interface Asking {
        List<Rows> ask(List<Query> queries);
    }
}

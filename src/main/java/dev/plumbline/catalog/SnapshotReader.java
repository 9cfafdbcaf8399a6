package dev.plumbline.catalog;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Gap;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Snapshot;
import dev.plumbline.pg.PgFailure;
import dev.plumbline.pg.PgSession;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the catalog of the connected database into a {@link Snapshot} of one moment, in one round trip. What the login may not see becomes a
 * {@link Gap}; finding out what that is costs a round trip per subject.
 */
public final class SnapshotReader {
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    /** Reads in a read-only transaction of its own. */
    public Snapshot read(PgSession session, SnapshotScope scope, CancelToken cancel) {
        return read(session, scope, queries -> session.readTogether(queries, cancel));
    }

    /** Reads inside the transaction that is open, what that transaction changed included; it stays open, and usable also when a subject is refused. */
    public Snapshot readWithin(PgSession session, SnapshotScope scope, CancelToken cancel) {
        return read(session, scope, queries -> session.readWithin(queries, cancel));
    }

    private static Snapshot read(PgSession session, SnapshotScope scope, Reading reading) {
        List<SubjectReader> readers = CatalogSubjects.of(session, scope);
        SnapshotDraft draft = new SnapshotDraft(session.version());
        try {
            fill(draft, readers, reading);
        } catch (ProblemException failure) {
            if (!isRefused(session, failure)) {
                throw failure;
            }
            fill(draft, withoutRefused(session, readers, reading, draft), reading);
        }
        return draft.finished();
    }

    private static void fill(SnapshotDraft draft, List<SubjectReader> readers, Reading reading) {
        List<Rows> answers =
                reading.read(readers.stream().map(SubjectReader::query).toList());
        for (int number = 0; number < readers.size(); number++) {
            readers.get(number).read(answers.get(number), draft);
        }
    }

    /** Asks for each subject by itself; those that are refused become gaps, the others are then read together, as of one moment. */
    private static List<SubjectReader> withoutRefused(
            PgSession session, List<SubjectReader> readers, Reading reading, SnapshotDraft draft) {
        List<SubjectReader> allowed = new ArrayList<>();
        for (SubjectReader reader : readers) {
            try {
                reading.read(List.of(reader.query()));
                allowed.add(reader);
            } catch (ProblemException failure) {
                if (!isRefused(session, failure) || !reader.mayBeMissing()) {
                    throw failure;
                }
                draft.gap(new Gap(reader.gap(), PgFailure.sqlState(failure), PgFailure.serverMessage(failure)));
            }
        }
        return allowed;
    }

    /** On CockroachDB also what a version does not serve: a view, function or statement that came later or was taken away. */
    private static boolean isRefused(PgSession session, ProblemException failure) {
        String state = PgFailure.sqlState(failure);
        boolean notServed = state.startsWith("42") || state.startsWith("0A");
        return state.equals(INSUFFICIENT_PRIVILEGE) || session.version().isCockroach() && notServed;
    }

    @FunctionalInterface
    private interface Reading {
        List<Rows> read(List<Query> queries);
    }
}

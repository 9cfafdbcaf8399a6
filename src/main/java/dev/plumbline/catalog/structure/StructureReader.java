package dev.plumbline.catalog.structure;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Gap;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.pg.PgFailure;
import dev.plumbline.pg.PgSession;
import dev.plumbline.pg.Walk;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what the connected database is made of, as of one moment, in one round trip. Expressions are in the server's own words with nothing but
 * {@code pg_catalog} in the search path, so that two readings of the same definition are the same text. PostgreSQL only. A kind that the login may not read is a
 * {@link Gap}; finding out which costs a round trip a kind and two more.
 */
public final class StructureReader {
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private interface Reading {
        void of(List<Walk> walks);
    }

    /** @throws ProblemException STR-501 on CockroachDB */
    public StructureSnapshot read(PgSession session, CancelToken cancel) {
        return read(session, walks -> session.walkTogether(walks, cancel));
    }

    /** Reads inside the transaction that is open, what that transaction changed included; it stays open, and usable also when a kind is refused. */
    public StructureSnapshot readWithin(PgSession session, CancelToken cancel) {
        return read(session, walks -> session.walkWithin(walks, cancel));
    }

    private static StructureSnapshot read(PgSession session, Reading reading) {
        if (session.version().isCockroach()) {
            throw new ProblemException(new Problem(
                    Problem.Kind.GAP,
                    "STR-501",
                    "read the structure",
                    session.target().shown(),
                    "CockroachDB's structure is not read yet.",
                    "The ownership checks of this database work."));
        }
        try {
            return read(session, new PlainReading(), List.of(), reading);
        } catch (NotPlainException unusual) {
            return readWritten(session, reading);
        } catch (ProblemException failure) {
            if (!isRefused(failure)) {
                throw failure;
            }
            return readWritten(session, reading);
        }
    }

    /** As the server writes everything; also the only way when a catalog is refused, since plain things are told by more than one. */
    static StructureSnapshot readWritten(PgSession session, CancelToken cancel) {
        return readWritten(session, walks -> session.walkTogether(walks, cancel));
    }

    private static StructureSnapshot readWritten(PgSession session, Reading reading) {
        List<StructureSubject> subjects = List.of(StructureSubject.values());
        try {
            return read(session, new WrittenReading(subjects), List.of(), reading);
        } catch (ProblemException failure) {
            if (!isRefused(failure)) {
                throw failure;
            }
            List<Gap> gaps = new ArrayList<>();
            return read(session, new WrittenReading(allowed(subjects, gaps, reading)), gaps, reading);
        }
    }

    private static StructureSnapshot read(
            PgSession session, StructureReading structure, List<Gap> gaps, Reading reading) {
        reading.of(structure.walks());
        return structure.snapshot(session.version(), session.target().database(), gaps);
    }

    private static List<StructureSubject> allowed(List<StructureSubject> subjects, List<Gap> gaps, Reading reading) {
        List<StructureSubject> allowed = new ArrayList<>();
        for (StructureSubject subject : subjects) {
            try {
                reading.of(List.of(new Walk(subject.query(), row -> {
                    // only whether it may be read
                })));
                allowed.add(subject);
            } catch (ProblemException failure) {
                if (!isRefused(failure)) {
                    throw failure;
                }
                subject.kinds()
                        .forEach(kind -> gaps.add(
                                new Gap(kind.words(), PgFailure.sqlState(failure), PgFailure.serverMessage(failure))));
            }
        }
        return allowed;
    }

    private static boolean isRefused(ProblemException failure) {
        return PgFailure.sqlState(failure).equals(INSUFFICIENT_PRIVILEGE);
    }
}

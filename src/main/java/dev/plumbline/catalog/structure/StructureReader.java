package dev.plumbline.catalog.structure;

import dev.plumbline.catalog.SqlText;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Gap;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.pg.PgFailure;
import dev.plumbline.pg.PgSession;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads what the connected database is made of, as of one moment, in one round trip. Expressions are in the server's own words with nothing but
 * {@code pg_catalog} in the search path, so that two readings of the same definition are the same text. PostgreSQL only. A kind that the login may not read is a
 * {@link Gap}; finding out which costs a round trip a kind.
 */
public final class StructureReader {
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private interface Reading {
        List<Rows> of(List<Query> queries);
    }

    /** @throws ProblemException STR-501 on CockroachDB */
    public StructureSnapshot read(PgSession session, CancelToken cancel) {
        return read(session, queries -> session.readTogether(queries, cancel));
    }

    /** Reads inside the transaction that is open, what that transaction changed included; it stays open, and usable also when a kind is refused. */
    public StructureSnapshot readWithin(PgSession session, CancelToken cancel) {
        return read(session, queries -> session.readWithin(queries, cancel));
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
        List<StructureSubject> subjects = List.of(StructureSubject.values());
        try {
            return read(session, subjects, List.of(), reading);
        } catch (ProblemException failure) {
            if (!isRefused(failure)) {
                throw failure;
            }
            List<Gap> gaps = new ArrayList<>();
            return read(session, allowed(subjects, gaps, reading), gaps, reading);
        }
    }

    private static StructureSnapshot read(
            PgSession session, List<StructureSubject> subjects, List<Gap> gaps, Reading reading) {
        List<Query> queries = new ArrayList<>(StructureMarks.queries());
        queries.add(new Query("what is not compared", SqlText.of("structure/not_covered.sql"), List.of()));
        queries.addAll(StructureNeeds.queries());
        int first = queries.size();
        subjects.forEach(subject -> queries.add(subject.query()));
        List<Rows> answers = reading.of(queries);
        StructureMarks marks = StructureMarks.of(answers.get(0), answers.get(1));
        List<Structure> things = new ArrayList<>();
        StructureNeeds needs = new StructureNeeds(answers.get(4));
        SeenNames seen = new SeenNames();
        for (int number = 0; number < subjects.size(); number++) {
            StructureSubject subject = subjects.get(number);
            for (Rows.Row row : answers.get(first + number).rows()) {
                Structure thing = subject.read(row, marks, seen);
                things.add(thing);
                needs.place(subject.catalog(), row, thing.name());
            }
        }
        return new StructureSnapshot(
                session.version(),
                session.target().database(),
                ColumnPositions.withoutHoles(things),
                needs.read(answers.get(3)),
                notCovered(answers.get(2)),
                gaps);
    }

    private static Map<String, Integer> notCovered(Rows rows) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Rows.Row row : rows.rows()) {
            if (row.number("number") > 0) {
                counts.put(row.text("word"), (int) row.number("number"));
            }
        }
        return counts;
    }

    private static List<StructureSubject> allowed(List<StructureSubject> subjects, List<Gap> gaps, Reading reading) {
        List<StructureSubject> allowed = new ArrayList<>();
        for (StructureSubject subject : subjects) {
            try {
                reading.of(List.of(subject.query()));
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

package dev.plumbline.catalog.structure;

import dev.plumbline.catalog.SqlText;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.pg.PgFailure;
import dev.plumbline.pg.PgSession;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Walk;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads again what some relations are made of, for somebody who knows that nothing else changed: the same things as {@link StructureReader} tells of them, and all statistics objects and
 * publications, which belong to no relation. Comments and what extensions hold are kept from the first reading until {@link #forget}. For one session, on PostgreSQL only.
 */
public final class RelationsReader {
    private static final String NOT_PREPARED = "26000";

    /** Who is told whole by each reading, and by which column of the others' rows a relation is known. */
    private enum Part {
        STATISTICS(StructureSubject.STATISTICS, ""),
        PUBLICATIONS(StructureSubject.PUBLICATIONS, ""),
        SEQUENCES(StructureSubject.SEQUENCES, "oid"),
        TABLES(StructureSubject.TABLES, "oid"),
        COLUMNS(StructureSubject.COLUMNS, "oid"),
        VIEWS(StructureSubject.VIEWS, "oid"),
        CONSTRAINTS(StructureSubject.CONSTRAINTS, "relation"),
        INDEXES(StructureSubject.INDEXES, "relation"),
        TRIGGERS(StructureSubject.TRIGGERS, "relation"),
        POLICIES(StructureSubject.POLICIES, "relation"),
        RULES(StructureSubject.RULES, "relation");

        private final StructureSubject subject;
        private final String column;

        Part(StructureSubject subject, String column) {
            this.subject = subject;
            this.column = column;
        }

        String prepared() {
            return "plumbline_" + name().toLowerCase(Locale.ROOT) + "_again";
        }

        String text(String list) {
            String all = SqlText.of(subject.file());
            return column.isEmpty()
                    ? all
                    : "SELECT read.* FROM (\n" + all + "\n) AS read WHERE read." + column
                            + " OPERATOR(pg_catalog.=) ANY (CAST(" + list + " AS pg_catalog.oid[]))";
        }

        /** So that it need not be planned again, which takes longer than it takes itself. */
        String preparing() {
            return "PREPARE " + prepared() + (column.isEmpty() ? "" : " (pg_catalog.oid[])") + " AS " + text("$1");
        }

        String executing(String list) {
            return "EXECUTE " + prepared() + (column.isEmpty() ? "" : "('" + list + "')");
        }
    }

    /** How the queries are asked. */
    private enum Way {
        PREPARING,
        PREPARED,
        PLANNED
    }

    private static final Part FIRST = Part.values()[0];
    /**
     * A plan for these very numbers takes longer to make than it saves (manual 19.7.4, "plan_cache_mode"), and few relations are found by their indexes rather than by reading all for a hash table. Undone with the
     * reading.
     */
    private static final String GENERIC =
            "SET LOCAL plan_cache_mode = force_generic_plan; SET LOCAL enable_hashjoin = off;\n";

    private @Nullable StructureMarks marks;
    private Way way = Way.PREPARING;

    /** Something happened that may have changed comments, or what extensions hold. */
    public void forget() {
        marks = null;
    }

    /**
     * Within the open transaction, in one round trip. A statement that takes away what was prepared is noticed.
     *
     * @param relations oids ({@code pg_class}); one that is gone tells nothing
     */
    public List<Structure> readWithin(PgSession session, Collection<Long> relations, CancelToken cancel) {
        String list = relations.stream().sorted().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
        try {
            return read(session, list, cancel);
        } catch (ProblemException failure) {
            if (way != Way.PREPARED || !PgFailure.sqlState(failure).equals(NOT_PREPARED)) {
                throw failure;
            }
            way = Way.PLANNED;
            return read(session, list, cancel);
        }
    }

    private List<Structure> read(PgSession session, String list, CancelToken cancel) {
        List<Walk> walks = new ArrayList<>();
        StructureMarks known = marks;
        if (known == null) {
            known = new StructureMarks();
            walks.addAll(known.walks());
        }
        SeenNames seen = new SeenNames();
        List<Structure> things = new ArrayList<>();
        for (Part part : Part.values()) {
            ThingRows rows = new ThingRows(part.subject, known, seen, (thing, oid, sub) -> things.add(thing));
            walks.add(new Walk(query(part, list), rows));
        }
        session.walkWithin(walks, cancel);
        marks = known;
        way = way == Way.PREPARING ? Way.PREPARED : way;
        return ColumnPositions.withoutHoles(things);
    }

    private Query query(Part part, String list) {
        String text = switch (way) {
            case PREPARING -> (part == FIRST ? GENERIC : "") + part.preparing() + ";\n" + part.executing(list);
            case PREPARED -> (part == FIRST ? GENERIC : "") + part.executing(list);
            case PLANNED -> part.text("'" + list + "'");
        };
        return new Query(part.subject.query().subject(), text, List.of());
    }
}

package dev.plumbline.catalog;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Column;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.ObjectEvidence;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.Privilege;
import dev.plumbline.pg.PgSession;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a question about one object needs besides the snapshot, and the server's own answer, in one round trip. */
public final class EvidenceReader {
    /** {@code has_largeobject_privilege} came with it. */
    private static final int LARGE_OBJECTS_SINCE = 18;

    public ObjectEvidence read(
            PgSession session,
            long role,
            DatabaseObject object,
            @Nullable Column column,
            Privilege privilege,
            CancelToken cancel) {
        if (session.version().isCockroach()) {
            return CockroachEvidence.read(session, role, object, privilege, cancel);
        }
        List<String> oid = List.of(Long.toString(object.oid()));
        boolean canBeAsked =
                object.kind() != ObjectKind.LARGE_OBJECT || session.version().isPostgresAtLeast(LARGE_OBJECTS_SINCE);
        List<Query> queries = new ArrayList<>(List.of(
                new Query("what a view reads", SqlText.of("evidence_reads_from.sql"), oid),
                new Query("the sequences of a table", SqlText.of("evidence_sequences.sql"), oid)));
        if (canBeAsked) {
            queries.add(asked(role, object, column, privilege));
        }
        List<Rows> answers = session.readTogether(queries, cancel);
        return new ObjectEvidence(
                answers.get(0).map(row -> row.number("relation")),
                answers.get(1)
                        .map(row -> new ObjectEvidence.SequenceBehind(
                                row.name("column"), row.number("sequence"), row.flag("identity"))),
                canBeAsked ? Optional.of(answers.get(2).only().flag("says")) : Optional.empty());
    }

    private static Query asked(long role, DatabaseObject object, @Nullable Column column, Privilege privilege) {
        String subject = "the server's own answer";
        String who = Long.toString(role);
        if (column != null) {
            return new Query(
                    subject,
                    SqlText.of("says_column.sql"),
                    List.of(who, Long.toString(object.oid()), Integer.toString(column.number()), privilege.word()));
        }
        String file = switch (object.kind()) {
            case RELATION, COLUMN -> "says_relation.sql";
            case SEQUENCE -> "says_sequence.sql";
            case SCHEMA -> "says_schema.sql";
            case ROUTINE -> "says_routine.sql";
            case TYPE -> "says_type.sql";
            case DATABASE -> "says_database.sql";
            case LANGUAGE -> "says_language.sql";
            case FOREIGN_DATA_WRAPPER -> "says_foreign_data_wrapper.sql";
            case FOREIGN_SERVER -> "says_foreign_server.sql";
            case TABLESPACE -> "says_tablespace.sql";
            case PARAMETER -> "says_parameter.sql";
            case LARGE_OBJECT -> "says_large_object.sql";
        };
        boolean byName = object.kind() == ObjectKind.PARAMETER;
        return new Query(
                subject,
                SqlText.of(file),
                List.of(who, byName ? object.name() : Long.toString(object.oid()), privilege.word()));
    }
}

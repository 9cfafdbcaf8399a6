package dev.plumbline.catalog;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.ObjectEvidence;
import dev.plumbline.model.ObjectEvidence.RelationSeen;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.Sql;
import dev.plumbline.pg.PgSession;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What CockroachDB tells about one object when it is asked about: whether a relation is a view and has row security, and the answer of its {@code has_*_privilege},
 * for the words that PostgreSQL has too (CockroachDB v25.1, Functions and Operators, "Compatibility functions"). Written after the documentation, not run against a
 * live CockroachDB.
 */
final class CockroachEvidence {
    private static final Set<Privilege> OF_TABLES =
            Set.of(Privilege.SELECT, Privilege.INSERT, Privilege.UPDATE, Privilege.DELETE);
    private static final Set<Privilege> OF_SEQUENCES = Set.of(Privilege.USAGE, Privilege.SELECT, Privilege.UPDATE);

    private CockroachEvidence() {}

    static ObjectEvidence read(
            PgSession session, long role, DatabaseObject object, Privilege privilege, CancelToken cancel) {
        List<Query> queries = new ArrayList<>();
        boolean relation = object.kind() == ObjectKind.RELATION;
        if (relation) {
            queries.add(Query.of("what the relation is", seen(number(object.oid()))));
        }
        Optional<Sql> question = asked(number(role), number(object.oid()), object.kind(), privilege);
        question.ifPresent(says -> queries.add(Query.of("the server's own answer", says)));
        List<Rows> answers = queries.isEmpty() ? List.of() : session.readTogether(queries, cancel);
        return new ObjectEvidence(
                List.of(),
                List.of(),
                question.map(says -> answers.get(answers.size() - 1).only().flag("says")),
                relation ? answers.get(0).map(CockroachEvidence::seen).stream().findFirst() : Optional.empty());
    }

    private static Sql number(long oid) {
        return new Sql(Long.toString(oid));
    }

    private static Sql seen(Sql oid) {
        return Sql.of(
                "SELECT c.relkind AS kind, c.relrowsecurity AS row_security FROM pg_catalog.pg_class AS c WHERE c.oid = %s",
                oid);
    }

    private static RelationSeen seen(Rows.Row row) {
        return new RelationSeen(row.text("kind").matches("[vm]"), row.flag("row_security"));
    }

    /** Empty for words that its functions are not documented to take. */
    private static Optional<Sql> asked(Sql role, Sql oid, ObjectKind kind, Privilege privilege) {
        String word = privilege.word();
        return switch (kind) {
            case RELATION ->
                Optional.of(Sql.of(
                                "SELECT pg_catalog.has_table_privilege(CAST(%s AS OID), CAST(%s AS OID), %L) AS says",
                                role, oid, word))
                        .filter(says -> OF_TABLES.contains(privilege));
            case SEQUENCE ->
                Optional.of(Sql.of(
                                "SELECT pg_catalog.has_sequence_privilege(CAST(%s AS OID), CAST(%s AS OID), %L) AS says",
                                role, oid, word))
                        .filter(says -> OF_SEQUENCES.contains(privilege));
            case SCHEMA ->
                Optional.of(Sql.of(
                        "SELECT pg_catalog.has_schema_privilege(CAST(%s AS OID), CAST(%s AS OID), %L) AS says",
                        role, oid, word));
            case DATABASE ->
                Optional.of(Sql.of(
                                "SELECT pg_catalog.has_database_privilege(CAST(%s AS OID), CAST(%s AS OID), %L) AS says",
                                role, oid, word))
                        .filter(says -> privilege.equals(Privilege.CONNECT) || privilege.equals(Privilege.CREATE));
            case ROUTINE ->
                Optional.of(Sql.of(
                        "SELECT pg_catalog.has_function_privilege(CAST(%s AS OID), CAST(%s AS OID), %L) AS says",
                        role, oid, word));
            default -> Optional.empty();
        };
    }
}

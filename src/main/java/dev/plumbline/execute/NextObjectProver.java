package dev.plumbline.execute;

import dev.plumbline.catalog.CreatedObjectReader;
import dev.plumbline.catalog.SnapshotReader;
import dev.plumbline.catalog.SnapshotScope;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.AclItem;
import dev.plumbline.model.LockTimeout;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.ServerIdentity;
import dev.plumbline.model.Sql;
import dev.plumbline.model.StatementTimeout;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.pg.WritingSession;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the next object as its creator would (SET LOCAL ROLE) inside a transaction that is always rolled back, and reads what it got. Not on CockroachDB,
 * which commits before each schema change.
 */
public final class NextObjectProver {
    private static final Name PROBE = Name.of("plumbline next object");
    private static final LockTimeout LOCK = new LockTimeout(1_000);
    private static final StatementTimeout LIMIT = StatementTimeout.DEFAULT;

    /** What the server made; a null {@code acl} is its NULL, {@code notes} tell of code of the database's that ran meanwhile. */
    public record Made(Name owner, @Nullable List<AclItem> acl, List<String> notes) {}

    private final ServerPools pools;
    private final ConnectionTarget target;

    public NextObjectProver(ServerPools pools, ConnectionTarget target) {
        this.pools = pools;
        this.target = target;
    }

    /**
     * @param schema null for a schema, which is in none
     * @param then where the prediction was made; another server or database is refused
     */
    public Made make(Name creator, @Nullable Name schema, ObjectType type, ServerIdentity then, CancelToken cancel) {
        if (then.version().isCockroach()) {
            throw refused(
                    Problem.Kind.INVALID,
                    "no-proof-here",
                    "CockroachDB commits before each schema change, so trying it out would create the object.",
                    "Use the prediction.");
        }
        if (type == ObjectType.LARGE_OBJECTS) {
            throw refused(
                    Problem.Kind.INVALID, "no-proof-here", "large objects are predicted only.", "Use the prediction.");
        }
        try (WritingSession session = pools.open(target, cancel)) {
            session.begin(cancel);
            try {
                requireSame(then, session, cancel);
                List<String> notes = FiredCode.of(session.session(), List.of(tag(type)), cancel);
                session.execute(Sql.of("SET LOCAL ROLE %I", creator), LOCK, LIMIT, cancel);
                session.execute(creation(type, schema), LOCK, LIMIT, cancel);
                session.execute(Sql.of("SET LOCAL ROLE NONE"), LOCK, LIMIT, cancel);
                Name place = schema == null ? PROBE : schema;
                CreatedObjectReader.Created made =
                        new CreatedObjectReader().read(session.session(), type, place, PROBE, cancel);
                return new Made(made.owner(), made.acl(), notes);
            } finally {
                session.rollback();
            }
        }
    }

    private void requireSame(ServerIdentity then, WritingSession session, CancelToken cancel) {
        ServerIdentity now = new SnapshotReader()
                .readWithin(session.session(), new SnapshotScope(List.of(), List.of()), cancel)
                .server();
        if (now.replica()) {
            throw refused(
                    Problem.Kind.READ_ONLY,
                    "replica",
                    "this server is a replica and takes no changes.",
                    "Connect to its primary.");
        }
        if (!then.isSameTarget(now)) {
            throw refused(
                    Problem.Kind.WRONG_TARGET,
                    "wrong-target",
                    "this session is in another server or database than the one that was read.",
                    "Read again.");
        }
    }

    private static Sql creation(ObjectType type, @Nullable Name schema) {
        Sql object = schema == null ? Sql.of("%I", PROBE) : Sql.of("%I.%I", schema, PROBE);
        return switch (type) {
            case TABLES -> Sql.of("CREATE TABLE %s (value pg_catalog.int4)", object);
            case SEQUENCES -> Sql.of("CREATE SEQUENCE %s", object);
            case FUNCTIONS -> Sql.of("CREATE FUNCTION %s() RETURNS pg_catalog.int4 LANGUAGE sql AS 'SELECT 1'", object);
            case TYPES -> Sql.of("CREATE TYPE %s AS ENUM ()", object);
            case SCHEMAS -> Sql.of("CREATE SCHEMA %s", object);
            case LARGE_OBJECTS -> throw new IllegalArgumentException("refused before");
        };
    }

    private static String tag(ObjectType type) {
        return switch (type) {
            case TABLES -> "CREATE TABLE";
            case SEQUENCES -> "CREATE SEQUENCE";
            case FUNCTIONS -> "CREATE FUNCTION";
            case TYPES -> "CREATE TYPE";
            case SCHEMAS -> "CREATE SCHEMA";
            case LARGE_OBJECTS -> "";
        };
    }

    private ProblemException refused(Problem.Kind kind, String code, String answer, String next) {
        return new ProblemException(
                new Problem(kind, code, "Proving the next object on", target.shown(), answer, next));
    }
}

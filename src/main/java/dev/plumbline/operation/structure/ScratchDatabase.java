package dev.plumbline.operation.structure;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.LockTimeout;
import dev.plumbline.model.Name;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Secret;
import dev.plumbline.model.Sql;
import dev.plumbline.model.StatementTimeout;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.pg.WritingSession;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;

/**
 * A fresh database on a scratch server and a login without power that builds in it. Only this login runs what a file says. The administrator's session is opened before anything of
 * a file is there, runs only statements that are written anew from names, and is never opened again: a login trigger would be run by whoever logs in. Closing removes the
 * database and every role that was made for it.
 */
final class ScratchDatabase implements AutoCloseable {
    static final Name BUILDER = Name.of("plumbline_builder");
    static final Name LOGIN = Name.of("plumbline_scratch");
    private static final Name DATABASE = Name.of("plumbline_scratch");
    private static final StatementTimeout LIMIT = new StatementTimeout(60_000);

    private final ServerPools pools;
    private final ConnectionTarget administrator;
    private final CancelToken cancel;
    private final Set<Name> roles = new TreeSet<>();
    private final Set<Name> schemas = new TreeSet<>();
    private final WritingSession administratorInside;
    private final ConnectionTarget login;

    private ScratchDatabase(ServerPools pools, ConnectionTarget administrator, CancelToken cancel) {
        this.pools = pools;
        this.administrator = administrator;
        this.cancel = cancel;
        ConnectionTarget inside = administrator.withDatabase(DATABASE);
        this.login = ConnectionTarget.of(inside.host(), inside.port(), DATABASE, LOGIN, password(), inside.tls());
        create();
        this.administratorInside = pools.open(inside, cancel);
    }

    static ScratchDatabase create(ServerPools pools, ConnectionTarget administrator, CancelToken cancel) {
        remove(pools, administrator, Set.of());
        ScratchDatabase made = new ScratchDatabase(pools, administrator, cancel);
        boolean limited = false;
        try {
            made.limit();
            limited = true;
            return made;
        } finally {
            if (!limited) {
                made.close();
            }
        }
    }

    private static Secret password() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return new Secret(HexFormat.of().formatHex(random));
    }

    private void create() {
        Secret password = login.password();
        try (WritingSession session = pools.open(administrator, cancel)) {
            run(session, Sql.of("CREATE ROLE %I NOLOGIN", BUILDER));
            run(
                    session,
                    Sql.of(
                            "CREATE ROLE %I LOGIN PASSWORD %L CONNECTION LIMIT 4 IN ROLE %I",
                            LOGIN, password == null ? "" : password.reveal(), BUILDER));
            run(session, Sql.of("ALTER ROLE %I SET temp_file_limit = '1GB'", LOGIN));
            run(session, Sql.of("ALTER ROLE %I SET log_min_messages = 'panic'", LOGIN));
            run(session, Sql.of("ALTER ROLE %I SET log_min_error_statement = 'panic'", LOGIN));
            run(session, Sql.of("CREATE DATABASE %I OWNER %I TEMPLATE template0", DATABASE, BUILDER));
        }
    }

    private void limit() {
        run(administratorInside, Sql.of("SET session_replication_role = replica"));
        run(administratorInside, Sql.of("REVOKE CONNECT ON DATABASE %I FROM PUBLIC", DATABASE));
        run(administratorInside, Sql.of("GRANT CONNECT ON DATABASE %I TO %I", DATABASE, BUILDER));
        if (!administratorInside.session().version().isPostgresAtLeast(15)) {
            run(administratorInside, Sql.of("ALTER SCHEMA public OWNER TO %I", BUILDER));
        }
    }

    /** To log in as the one who builds. */
    ConnectionTarget login() {
        return login;
    }

    Set<Name> roles() {
        return new TreeSet<>(roles);
    }

    /** Makes a role that the SQL names: without any power, but so that things can be given to it. False when it was made before. */
    boolean makeRole(Name role) {
        if (roles.contains(role) || role.equals(BUILDER) || role.equals(LOGIN)) {
            return false;
        }
        run(administratorInside, Sql.of("CREATE ROLE %I NOLOGIN IN ROLE %I", role, BUILDER));
        roles.add(role);
        run(administratorInside, Sql.of("GRANT %I TO %I WITH ADMIN OPTION", role, LOGIN));
        return true;
    }

    void makeExtension(AdministratorSql.Extension extension) {
        extension.statements().forEach(this::asAdministrator);
        schemas.add(extension.schema());
    }

    /** True for a CREATE SCHEMA of one that had to be there earlier. */
    boolean hasMadeSchema(ScriptStatement statement) {
        StatementWords words = new StatementWords(statement);
        return words.begins("CREATE", "SCHEMA") && schemas.contains(words.name(2));
    }

    /** Runs as superuser, inside: only statements that were written anew from names. */
    void asAdministrator(Sql statement) {
        run(administratorInside, statement);
    }

    private void run(WritingSession session, Sql statement) {
        session.execute(statement, LockTimeout.DEFAULT, LIMIT, cancel);
    }

    @Override
    public void close() {
        administratorInside.close();
        pools.forget(login);
        remove(pools, administrator, roles);
    }

    /** Also removes what a run that was killed left behind; a role of that run that SQL named may stay, as harmless as it was made. */
    private static void remove(ServerPools pools, ConnectionTarget administrator, Set<Name> roles) {
        CancelToken never = new CancelToken();
        try (WritingSession session = pools.open(administrator, never)) {
            session.execute(
                    Sql.of("DROP DATABASE IF EXISTS %I WITH (FORCE)", DATABASE), LockTimeout.DEFAULT, LIMIT, never);
            for (Name role : roles) {
                session.execute(Sql.of("DROP ROLE IF EXISTS %I", role), LockTimeout.DEFAULT, LIMIT, never);
            }
            session.execute(Sql.of("DROP ROLE IF EXISTS %I, %I", LOGIN, BUILDER), LockTimeout.DEFAULT, LIMIT, never);
        } catch (ProblemException failure) {
            throw new ProblemException(
                    new Problem(
                            failure.problem().kind(),
                            "SQL-500",
                            "Removing what was built on the scratch server at",
                            administrator.shown(),
                            failure.problem().answer(),
                            "It goes when the scratch server is stopped."),
                    failure);
        }
    }
}

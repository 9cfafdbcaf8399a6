package dev.plumbline.catalog.managed;

import dev.plumbline.catalog.SnapshotReader;
import dev.plumbline.catalog.SnapshotScope;
import dev.plumbline.catalog.SqlText;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Name;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.ServerIdentity;
import dev.plumbline.model.Sql;
import dev.plumbline.model.managed.LiveCredentials;
import dev.plumbline.model.managed.LiveCredentials.Group;
import dev.plumbline.model.managed.LiveCredentials.Reached;
import dev.plumbline.model.managed.LoginSession;
import dev.plumbline.model.managed.VersionLogin;
import dev.plumbline.model.upgrade.Seen;
import dev.plumbline.pg.PgFailure;
import dev.plumbline.pg.PgSession;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;
import java.util.List;

/** Reads the version that a migration engine wrote down, the logins of versions with their sessions, and what their group reaches. */
public final class CredentialsReader {
    private static final SnapshotScope IDENTITY = new SnapshotScope(List.of(), List.of());

    /** Three round trips: who the server is, what it has, and the version table. */
    public LiveCredentials read(PgSession session, CancelToken cancel) {
        ServerIdentity server =
                new SnapshotReader().read(session, IDENTITY, cancel).server();
        Name group = Name.cut("db_" + server.database().text() + "_rw");
        List<Rows> answers = session.readTogether(
                List.of(
                        query("the version tables", "version_tables.sql"),
                        query("the logins of versions", "logins.sql", group.text()),
                        query("their sessions", "sessions.sql"),
                        query("their group", "group.sql", group.text()),
                        query("what their group reaches", "tables.sql", group.text())),
                cancel);
        return new LiveCredentials(
                server,
                current(session, answers.get(0).map(row -> row.name("schema")), cancel),
                answers.get(1).map(CredentialsReader::login),
                answers.get(2).map(CredentialsReader::session),
                group(group, answers.get(3)),
                answers.get(4).map(CredentialsReader::reached));
    }

    private static Query query(String subject, String file, String... parameters) {
        return new Query(subject, SqlText.of("managed/" + file), List.of(parameters));
    }

    private static Seen<String> current(PgSession session, List<Name> schemas, CancelToken cancel) {
        if (schemas.isEmpty()) {
            return Seen.of("");
        }
        if (schemas.size() > 1) {
            return Seen.unknown("there is a table alembic_version in each of the schemas "
                    + String.join(", ", schemas.stream().map(Name::shown).toList()));
        }
        Sql sql = Sql.of(
                "SELECT CAST(version_num AS pg_catalog.text) AS version FROM %I.alembic_version LIMIT 2",
                schemas.get(0));
        try {
            List<String> versions = session.readTogether(List.of(Query.of("the version", sql)), cancel)
                    .get(0)
                    .map(row -> row.text("version"));
            if (versions.size() > 1) {
                return Seen.unknown("alembic_version holds two heads, " + String.join(" and ", versions));
            }
            return Seen.of(versions.isEmpty() ? "" : versions.get(0));
        } catch (ProblemException refused) {
            if (PgFailure.sqlState(refused).isEmpty()) {
                throw refused;
            }
            return Seen.unknown(PgFailure.serverMessage(refused) + " (" + PgFailure.sqlState(refused) + ")");
        }
    }

    private static VersionLogin login(Rows.Row row) {
        return new VersionLogin(
                row.name("role"),
                row.number("oid"),
                row.flag("login"),
                row.flag("member"),
                row.number("owns"),
                row.flag("powerful"),
                row.number("prepared"));
    }

    private static LoginSession session(Rows.Row row) {
        return new LoginSession(
                row.number("pid"),
                row.text("user"),
                orEmpty(row, "database"),
                orEmpty(row, "address"),
                orEmpty(row, "application"),
                orEmpty(row, "since"),
                row.flag("hidden"));
    }

    private static Group group(Name name, Rows rows) {
        return rows.rows().isEmpty()
                ? new Group(name, false, 0, false, false)
                : new Group(
                        name,
                        true,
                        rows.only().number("oid"),
                        rows.only().flag("powerful"),
                        rows.only().flag("connect"));
    }

    private static Reached reached(Rows.Row row) {
        return new Reached(
                row.name("schema"),
                row.name("name"),
                row.flag("sequence"),
                row.flag("reached"),
                row.flag("schema_reached"),
                row.flag("grantable"));
    }

    private static String orEmpty(Rows.Row row, String column) {
        String text = row.textOrNull(column);
        return text == null ? "" : text;
    }
}

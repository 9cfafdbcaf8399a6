package dev.plumbline.catalog;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Dependency;
import dev.plumbline.model.Name;
import dev.plumbline.model.RoleDependents.Count;
import dev.plumbline.model.RoleDependents.Dependent;
import dev.plumbline.model.RoleDependents.InDatabase;
import dev.plumbline.model.RoleDependents.Session;
import dev.plumbline.pg.PgSession;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads what depends on a role, as the server itself looks before it drops one: {@code pg_shdepend} (manual 53.53). PostgreSQL only. */
public final class RoleDependentsReader {
    /** What one connection shows of the whole server; {@code here} and {@code shared} by name, other databases by number. */
    public record Overview(
            InDatabase here,
            InDatabase shared,
            Map<Name, List<Count>> elsewhere,
            List<Place> databases,
            List<Session> sessions) {}

    /** A database of the server, and whether the login can look into it. */
    public record Place(Name database, boolean takesConnections, boolean mayConnect) {}

    public Overview overview(PgSession session, long role, CancelToken cancel) {
        List<String> oid = List.of(Long.toString(role));
        List<Rows> answers = session.readTogether(
                List.of(
                        new Query("what depends on the role", SqlText.of("role_dependents.sql"), oid),
                        new Query("what depends on the role here", SqlText.of("role_dependents_here.sql"), oid),
                        new Query("the databases", SqlText.of("role_databases.sql"), List.of()),
                        new Query("the sessions of the role", SqlText.of("role_sessions.sql"), oid)),
                cancel);
        Name here = session.target().database();
        Map<Name, List<Count>> counts = new TreeMap<>();
        List<Count> shared = new ArrayList<>();
        for (Rows.Row row : answers.get(0).rows()) {
            List<Count> into =
                    row.flag("shared") ? shared : counts.computeIfAbsent(database(row), name -> new ArrayList<>());
            into.add(new Count(how(row), row.text("catalog_name"), Math.toIntExact(row.number("number"))));
        }
        List<Count> ofHere = counts.getOrDefault(here, List.of());
        counts.remove(here);
        return new Overview(
                new InDatabase(here, ofHere, dependents(answers.get(1), false), Optional.empty()),
                new InDatabase(here, shared, dependents(answers.get(1), true), Optional.empty()),
                counts,
                answers.get(2)
                        .map(row -> new Place(
                                row.name("database"), row.flag("takes_connections"), row.flag("may_connect"))),
                answers.get(3)
                        .map(row -> new Session(
                                Optional.ofNullable(row.nameOrNull("database")),
                                Math.toIntExact(row.number("number")))));
    }

    /** The names of what depends on the role in the connected database. */
    public List<Dependent> here(PgSession session, long role, CancelToken cancel) {
        Query query = new Query(
                "what depends on the role here", SqlText.of("role_dependents_here.sql"), List.of(Long.toString(role)));
        return dependents(session.readTogether(List.of(query), cancel).get(0), false);
    }

    private static List<Dependent> dependents(Rows rows, boolean shared) {
        List<Dependent> dependents = new ArrayList<>();
        for (Rows.Row row : rows.rows()) {
            String kind = row.textOrNull("kind");
            String identity = row.textOrNull("identity");
            if (row.flag("shared") == shared && kind != null && identity != null) {
                dependents.add(new Dependent(how(row), kind, identity));
            }
        }
        return dependents;
    }

    private static Name database(Rows.Row row) {
        Name database = row.nameOrNull("database");
        return database == null ? Name.of("a database that is being dropped") : database;
    }

    private static Dependency how(Rows.Row row) {
        return Dependency.of(row.number("catalog"), row.text("type").charAt(0));
    }
}

package dev.plumbline.plan;

import dev.plumbline.model.ServerIdentity;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.List;

/** The DO block that stops a script, before anything is changed, on another database, server or login, or from another state. */
final class GuardBlock {
    private GuardBlock() {}

    static Sql of(Plan plan, Snapshot expected) {
        ServerIdentity server = plan.from().server();
        GuardedState state = GuardedState.of(plan);
        List<Sql> parts = new ArrayList<>(List.of(
                Sql.of("\nDECLARE\n  differences text;\nBEGIN\n"),
                refusal(
                        Sql.of(
                                "pg_catalog.current_database() <> %L",
                                server.database().text()),
                        "This script is for database " + server.database().shown() + "."),
                otherServer(server),
                refusal(
                        Sql.of(
                                "session_user <> %L OR current_user <> session_user",
                                server.login().text()),
                        "This script is for the login " + server.login().shown() + "."),
                otherLogin(server)));
        if (!state.isEmpty()) {
            parts.add(states(state, expected));
        }
        parts.add(Sql.of("END\n"));
        return inDollars(Sql.join("", parts));
    }

    private static Sql otherServer(ServerIdentity server) {
        Sql version = refusal(
                Sql.of(
                        "pg_catalog.current_setting('server_version_num')::int / 10000 <> %L::int",
                        String.valueOf(server.version().major())),
                "This script is for PostgreSQL " + server.version().major() + ".");
        if (!isKnown(server.systemIdentifier())) {
            return version;
        }
        Sql identifier = refusal(
                Sql.of(
                        "pg_catalog.current_setting('plumbline.other_server', true) IS DISTINCT FROM 'yes' AND"
                                + " (SELECT system_identifier::text FROM pg_catalog.pg_control_system()) <> %L",
                        server.systemIdentifier()),
                "This script is for the server with system identifier " + server.systemIdentifier()
                        + ". For a copy of it, run psql with -v other_server=yes.");
        return Sql.of("%s%s", version, identifier);
    }

    /** A login that may not read it has only a word instead of the number. */
    private static boolean isKnown(String systemIdentifier) {
        return !systemIdentifier.isEmpty() && systemIdentifier.chars().allMatch(Character::isDigit);
    }

    private static Sql refusal(Sql when, String message) {
        return Sql.of(
                "  IF %s THEN\n    RAISE EXCEPTION USING MESSAGE = %L;\n  END IF;\n",
                when, message + " Nothing was changed.");
    }

    private static Sql otherLogin(ServerIdentity server) {
        return refusal(
                Sql.of(
                        "session_user <> %L OR current_user <> session_user",
                        server.login().text()),
                "This script is for the login " + server.login().shown() + ".");
    }

    private static Sql states(GuardedState state, Snapshot expected) {
        return Sql.of(
                """
                  WITH expected(kind, name, of, place, line) AS (
                      %s
                    ), found(kind, name, of, place, line) AS (
                      %s
                    ), different AS (
                      SELECT 'missing' AS how, gone.* FROM (TABLE expected EXCEPT ALL TABLE found) gone
                      UNION ALL
                      SELECT 'new', come.* FROM (TABLE found EXCEPT ALL TABLE expected) come
                    )
                    SELECT pg_catalog.string_agg(pg_catalog.regexp_replace(
                        pg_catalog.concat_ws(' ', how, kind, name, of, place, line) COLLATE "C", '[^[:print:]]', '?', 'g'), '; ')
                      INTO differences FROM different;
                  IF differences IS NOT NULL THEN
                    RAISE EXCEPTION USING
                      MESSAGE = 'The state has changed since this script was made. Nothing was changed.',
                      DETAIL = differences;
                  END IF;
                """, state.expected(expected), state.found(expected.server().version()));
    }

    /** In a dollar quote whose tag the body does not hold. */
    private static Sql inDollars(Sql body) {
        Sql tag = Sql.of("$plumbline$");
        for (int number = 1; body.text().contains(tag.text()); number++) {
            tag = new Sql("$plumbline" + number + "$");
        }
        return Sql.of("DO %s%s%s", tag, body, tag);
    }
}

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
                GuardParts.otherDatabase(server),
                GuardParts.otherServer(server),
                GuardParts.refusal(
                        Sql.of(
                                "session_user <> %L OR current_user <> session_user",
                                server.login().text()),
                        "This script is for the login " + server.login().shown() + "."),
                otherLogin(server)));
        if (!state.isEmpty()) {
            parts.add(states(state, expected));
        }
        parts.add(Sql.of("END\n"));
        return GuardParts.inDollars(Sql.join("", parts));
    }

    private static Sql otherLogin(ServerIdentity server) {
        return GuardParts.refusal(
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
}

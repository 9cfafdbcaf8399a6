package dev.plumbline.plan;

import dev.plumbline.model.ServerIdentity;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The DO block that stops a script, before anything is changed, on another database, server or login, or from another state. */
final class GuardBlock {
    private GuardBlock() {}

    static Sql of(Plan plan, Snapshot expected) {
        ServerIdentity server = plan.from().server();
        Sql body = Sql.of(
                "%s%s%s%s%sEND\n",
                head(),
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
                states(plan, expected));
        return inDollars(body);
    }

    private static Sql head() {
        return Sql.of("\nDECLARE\n  state record;\nBEGIN\n");
    }

    private static Sql otherServer(ServerIdentity server) {
        Sql version = refusal(
                Sql.of(
                        "pg_catalog.current_setting('server_version_num')::int / 10000 <> %L::int",
                        String.valueOf(server.version().major())),
                "This script is for PostgreSQL " + server.version().major() + ".");
        if (server.systemIdentifier().isEmpty()) {
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

    private static Sql refusal(Sql when, String message) {
        return Sql.of(
                "  IF %s THEN\n    RAISE EXCEPTION USING MESSAGE = %L;\n  END IF;\n",
                when, message + " Nothing was changed.");
    }

    private static Sql states(Plan plan, Snapshot expected) {
        Set<StateFact> facts = new LinkedHashSet<>();
        plan.steps().forEach(step -> facts.addAll(step.change().facts()));
        if (facts.isEmpty()) {
            return Sql.of("  ");
        }
        List<Sql> rows = new ArrayList<>();
        for (StateFact fact : facts) {
            List<Sql> lines = fact.expected(expected).stream()
                    .sorted()
                    .map(line -> Sql.of("%L", line))
                    .toList();
            Sql array = lines.isEmpty() ? Sql.of("ARRAY[]::text[]") : Sql.of("ARRAY[%s]", Sql.join(", ", lines));
            rows.add(Sql.of(
                    "      (%L, %s, ARRAY(%s))",
                    fact.subject(), array, fact.query(expected.server().version())));
        }
        return Sql.of(
                "  FOR state IN\n    SELECT subject,\n"
                        + "      ARRAY(SELECT line FROM pg_catalog.unnest(expected) line ORDER BY line COLLATE \"C\")"
                        + " AS expected,\n"
                        + "      ARRAY(SELECT line FROM pg_catalog.unnest(found) line ORDER BY line COLLATE \"C\")"
                        + " AS found\n    FROM (VALUES\n%s\n    ) AS states(subject, expected, found)\n  LOOP\n"
                        + "    IF state.found IS DISTINCT FROM state.expected THEN\n"
                        + "      RAISE EXCEPTION USING MESSAGE = 'The state has changed since this script was made: '"
                        + " || state.subject || '. Nothing was changed.',\n"
                        + "        DETAIL = pg_catalog.regexp_replace(('expected ' || state.expected::text || ', found '"
                        + " || state.found::text) COLLATE \"C\", '[^[:print:]]', '?', 'g');\n"
                        + "    END IF;\n  END LOOP;\n",
                Sql.join(",\n", rows));
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

package dev.plumbline.plan;

import dev.plumbline.model.ServerIdentity;
import dev.plumbline.model.Sql;

/** What the guards of scripts have in common: a PL/pgSQL block that raises an error before anything is changed. */
public final class GuardParts {
    private GuardParts() {}

    /** A statement of the block that ends the script where the condition holds. */
    public static Sql refusal(Sql when, String message) {
        return Sql.of(
                "  IF %s THEN\n    RAISE EXCEPTION USING MESSAGE = %L;\n  END IF;\n",
                when, message + " Nothing was changed.");
    }

    /** Refuses a database of another name. */
    public static Sql otherDatabase(ServerIdentity server) {
        return refusal(
                Sql.of("pg_catalog.current_database() <> %L", server.database().text()),
                "This script is for database " + server.database().shown() + ".");
    }

    /** Refuses another server, by its system identifier where that is known; setting {@code plumbline.other_server} lets a copy of it pass. */
    public static Sql otherServer(ServerIdentity server) {
        Sql version = otherVersion(server.version().major());
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

    /** Refuses another major version. */
    public static Sql otherVersion(int major) {
        return refusal(
                Sql.of(
                        "pg_catalog.current_setting('server_version_num')::int / 10000 <> %L::int",
                        String.valueOf(major)),
                "This script is for PostgreSQL " + major + ".");
    }

    /** A login that may not read it has only a word instead of the number. */
    public static boolean isKnown(String systemIdentifier) {
        return !systemIdentifier.isEmpty() && systemIdentifier.chars().allMatch(Character::isDigit);
    }

    /** The block as a DO statement, in a dollar quote whose tag it does not hold. */
    public static Sql inDollars(Sql block) {
        Sql tag = Sql.of("$plumbline$");
        for (int number = 1; block.text().contains(tag.text()); number++) {
            tag = new Sql("$plumbline" + number + "$");
        }
        return Sql.of("DO %s%s%s", tag, block, tag);
    }
}

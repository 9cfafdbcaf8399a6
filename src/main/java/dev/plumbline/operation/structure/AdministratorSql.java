package dev.plumbline.operation.structure;

import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Extensions and foreign-data wrappers that only a superuser may make and that schemas do hold. They are made first, while nothing of a file is there. Each statement is written anew from the names in it; nothing of the file's own text is run. A wrapper is left
 * without its handler, so that no foreign table can be asked and nobody is dialled.
 */
final class AdministratorSql {
    /** Extensions of PostgreSQL's own distribution that are not trusted, and which read or count inside of the database only. */
    private static final Set<String> HARMLESS = Set.of(
            "amcheck",
            "bloom",
            "pageinspect",
            "pg_buffercache",
            "pg_freespacemap",
            "pg_prewarm",
            "pg_stat_statements",
            "pg_visibility",
            "pgrowlocks",
            "pgstattuple");

    private static final Set<String> WRAPPERS = Set.of("postgres_fdw", "file_fdw");

    private AdministratorSql() {}

    /** @param schema none when the file leaves it to the search path, which is then the schema public */
    record Extension(Name name, Name schema) {
        boolean isLanguage() {
            return name.text().startsWith("pl") && !name.text().equals("plpgsql");
        }

        boolean isForAdministrator() {
            return HARMLESS.contains(name.text())
                    || WRAPPERS.contains(name.text())
                    || name.text().equals("plpgsql");
        }

        List<Sql> statements() {
            if (name.text().equals("plpgsql")) {
                return List.of();
            }
            List<Sql> statements = new ArrayList<>();
            if (!schema.text().equals("public")) {
                statements.add(
                        Sql.of("CREATE SCHEMA IF NOT EXISTS %I AUTHORIZATION %I", schema, ScratchDatabase.BUILDER));
            }
            statements.add(Sql.of("CREATE EXTENSION IF NOT EXISTS %I SCHEMA %I", name, schema));
            if (WRAPPERS.contains(name.text())) {
                statements.add(Sql.of("ALTER FOREIGN DATA WRAPPER %I NO HANDLER", name));
                statements.add(Sql.of("GRANT USAGE ON FOREIGN DATA WRAPPER %I TO %I", name, ScratchDatabase.BUILDER));
            }
            return statements;
        }
    }

    static Extension extension(StatementWords words) {
        int at = words.begins("CREATE", "EXTENSION", "IF", "NOT", "EXISTS") ? 5 : 2;
        int schema = words.indexOf("SCHEMA");
        return new Extension(words.name(at), schema < 0 ? Name.of("public") : words.name(schema + 1));
    }

    static List<Sql> wrapper(StatementWords words) {
        Name name = words.name(4);
        return List.of(
                Sql.of("CREATE FOREIGN DATA WRAPPER %I", name),
                Sql.of("GRANT USAGE ON FOREIGN DATA WRAPPER %I TO %I", name, ScratchDatabase.BUILDER));
    }
}

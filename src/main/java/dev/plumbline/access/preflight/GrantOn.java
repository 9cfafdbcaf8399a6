package dev.plumbline.access.preflight;

import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Name;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.Sql;

/** GRANT of one privilege on one object. */
final class GrantOn {
    private GrantOn() {}

    static Sql of(Privilege privilege, DatabaseObject object, Name role) {
        Sql word = new Sql(privilege.word());
        Name name = Name.of(object.name());
        return switch (object.kind()) {
            case DATABASE -> Sql.of("GRANT %s ON DATABASE %I TO %I", word, name, role);
            case SCHEMA -> Sql.of("GRANT %s ON SCHEMA %I TO %I", word, name, role);
            case LANGUAGE -> Sql.of("GRANT %s ON LANGUAGE %I TO %I", word, name, role);
            case FOREIGN_DATA_WRAPPER -> Sql.of("GRANT %s ON FOREIGN DATA WRAPPER %I TO %I", word, name, role);
            case FOREIGN_SERVER -> Sql.of("GRANT %s ON FOREIGN SERVER %I TO %I", word, name, role);
            case RELATION -> Sql.of("GRANT %s ON TABLE %I.%I TO %I", word, AlterOwner.schema(object), name, role);
            case COLUMN, SEQUENCE, ROUTINE, TYPE, TABLESPACE, PARAMETER, LARGE_OBJECT ->
                throw new IllegalArgumentException("no operation asks for " + privilege + " on a " + object.kind());
        };
    }

    /** What the object is, in the words of SQL. */
    static String word(DatabaseObject object) {
        return switch (object.kind()) {
            case DATABASE -> "database";
            case SCHEMA -> "schema";
            case LANGUAGE -> "language";
            case FOREIGN_DATA_WRAPPER -> "foreign-data wrapper";
            case FOREIGN_SERVER -> "foreign server";
            case RELATION -> "table";
            case COLUMN, SEQUENCE, ROUTINE, TYPE, TABLESPACE, PARAMETER, LARGE_OBJECT ->
                object.kind().word();
        };
    }
}

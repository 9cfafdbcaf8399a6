package dev.plumbline.access.preflight;

import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;

/** Hands over the sequences of a schema that belong to no column: those that do follow their table, and the server refuses them. */
final class FreeSequences {
    private FreeSequences() {}

    static Sql handOver(Name schema, Name role) {
        return Sql.of(
                """
                DO LANGUAGE plpgsql %L""", Sql.of("""

                                DECLARE
                                  free pg_catalog.text;
                                BEGIN
                                  FOR free IN
                                    SELECT c.relname FROM pg_catalog.pg_class AS c
                                      JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
                                     WHERE c.relkind OPERATOR(pg_catalog.=) 'S' AND n.nspname OPERATOR(pg_catalog.=) %L
                                       AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS d
                                            WHERE d.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_class' AS pg_catalog.regclass)
                                              AND d.objid OPERATOR(pg_catalog.=) c.oid
                                              AND d.deptype OPERATOR(pg_catalog.=) ANY (CAST('{a,i,e}' AS pg_catalog."char"[])))
                                  LOOP
                                    EXECUTE pg_catalog.format('ALTER SEQUENCE %%I.%%I OWNER TO %%I', %L, free, %L);
                                  END LOOP;
                                END
                                """, schema.text(), schema.text(), role.text()).text());
    }
}

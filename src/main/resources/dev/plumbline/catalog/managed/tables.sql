SELECT namespace.nspname AS schema, relation.relname AS name, relation.relkind OPERATOR(pg_catalog.=) 'S' AS sequence,
       COALESCE(CASE WHEN relation.relkind OPERATOR(pg_catalog.=) 'S'
                     THEN pg_catalog.has_sequence_privilege(role.oid, relation.oid, 'USAGE')
                      AND pg_catalog.has_sequence_privilege(role.oid, relation.oid, 'SELECT')
                     ELSE pg_catalog.has_table_privilege(role.oid, relation.oid, 'SELECT')
                      AND pg_catalog.has_table_privilege(role.oid, relation.oid, 'INSERT')
                      AND pg_catalog.has_table_privilege(role.oid, relation.oid, 'UPDATE')
                      AND pg_catalog.has_table_privilege(role.oid, relation.oid, 'DELETE') END, false) AS reached,
       COALESCE(pg_catalog.has_schema_privilege(role.oid, namespace.oid, 'USAGE'), false) AS schema_reached,
       pg_catalog.pg_has_role(relation.relowner, 'USAGE') AS grantable
  FROM pg_catalog.pg_class AS relation
  JOIN pg_catalog.pg_namespace AS namespace ON namespace.oid OPERATOR(pg_catalog.=) relation.relnamespace
  LEFT JOIN pg_catalog.pg_roles AS role ON CAST(role.rolname AS pg_catalog.text) OPERATOR(pg_catalog.=) ?
 WHERE relation.relkind OPERATOR(pg_catalog.=) ANY (CAST('{r,p,S}' AS pg_catalog."char"[]))
   AND relation.relpersistence OPERATOR(pg_catalog.<>) 't'
   AND namespace.nspname OPERATOR(pg_catalog.!~) '^pg_' AND namespace.nspname OPERATOR(pg_catalog.<>) 'information_schema'
   AND NOT EXISTS (SELECT 1
                     FROM pg_catalog.pg_depend AS dependency
                    WHERE dependency.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_class' AS pg_catalog.regclass)
                      AND dependency.objid OPERATOR(pg_catalog.=) relation.oid
                      AND dependency.deptype OPERATOR(pg_catalog.=) ANY (CAST('{e,i}' AS pg_catalog."char"[])))
 ORDER BY namespace.nspname, relation.relname

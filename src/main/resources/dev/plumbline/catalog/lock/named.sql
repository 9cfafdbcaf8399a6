SELECT relation.oid AS relation, namespace.nspname AS schema, relation.relname AS name, relation.relkind AS kind,
       CAST(CAST(relation.oid AS pg_catalog.regclass) AS pg_catalog.text) AS shown,
       relation.relhassubclass AS inherited,
       CASE relation.relkind
            WHEN 'i' THEN (SELECT i.indrelid FROM pg_catalog.pg_index AS i WHERE i.indexrelid OPERATOR(pg_catalog.=) relation.oid)
            WHEN 'S' THEN (SELECT d.refobjid
                             FROM pg_catalog.pg_depend AS d
                            WHERE d.objid OPERATOR(pg_catalog.=) relation.oid
                              AND d.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_class' AS pg_catalog.regclass)
                              AND d.refclassid OPERATOR(pg_catalog.=) d.classid
                              AND d.refobjsubid OPERATOR(pg_catalog.>) 0)
       END AS table
  FROM pg_catalog.pg_class AS relation
  JOIN pg_catalog.pg_namespace AS namespace ON namespace.oid OPERATOR(pg_catalog.=) relation.relnamespace
 WHERE relation.oid OPERATOR(pg_catalog.=) ANY (CAST($1 AS pg_catalog.oid[]))

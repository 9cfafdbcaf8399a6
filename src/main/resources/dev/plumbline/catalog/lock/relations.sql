SELECT relation.oid AS relation, namespace.nspname AS schema, relation.relname AS name, relation.relkind AS kind,
       CASE WHEN namespace.nspname OPERATOR(pg_catalog.=) ANY (pg_catalog.current_schemas(true))
            THEN CAST(CAST(relation.oid AS pg_catalog.regclass) AS pg_catalog.text)
            ELSE pg_catalog.format('%I.%I', namespace.nspname, relation.relname) END AS shown,
       relation.relhassubclass AS inherited, CAST(NULL AS pg_catalog.oid) AS table,
       CASE WHEN relation.relkind OPERATOR(pg_catalog.=) ANY ('{r,i,S,m}') THEN relation.relfilenode END AS filenode,
       pg_catalog.pg_stat_get_xact_numscans(relation.oid) AS scans
  FROM pg_catalog.pg_class AS relation
  JOIN pg_catalog.pg_namespace AS namespace ON namespace.oid OPERATOR(pg_catalog.=) relation.relnamespace
 WHERE relation.oid OPERATOR(pg_catalog.>=) 16384::pg_catalog.oid
   AND namespace.nspname OPERATOR(pg_catalog.<>) 'pg_toast'

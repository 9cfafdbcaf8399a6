SELECT namespace.nspname AS schema, relation.relname AS name, CAST(GREATEST(relation.relpages, 0) AS pg_catalog.int8)
         OPERATOR(pg_catalog.*) CAST(pg_catalog.current_setting('block_size') AS pg_catalog.int8) AS bytes,
       CASE WHEN relation.reltuples OPERATOR(pg_catalog.>) 0 THEN CAST(relation.reltuples AS pg_catalog.int8)
            ELSE pg_catalog.pg_stat_get_live_tuples(relation.oid) END AS rows,
       pg_catalog.pg_stat_get_tuples_inserted(relation.oid) OPERATOR(pg_catalog.+) pg_catalog.pg_stat_get_tuples_updated(relation.oid)
         OPERATOR(pg_catalog.+) pg_catalog.pg_stat_get_tuples_deleted(relation.oid) AS writes
  FROM pg_catalog.pg_class AS relation
  JOIN pg_catalog.pg_namespace AS namespace ON namespace.oid OPERATOR(pg_catalog.=) relation.relnamespace
 WHERE relation.relkind OPERATOR(pg_catalog.=) ANY (CAST('{r,p,m}' AS pg_catalog."char"[]))
   AND relation.relpersistence OPERATOR(pg_catalog.<>) 't'
   AND namespace.nspname OPERATOR(pg_catalog.!~) '^pg_' AND namespace.nspname OPERATOR(pg_catalog.<>) 'information_schema'

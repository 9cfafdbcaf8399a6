SELECT lock.relation AS relation, lock.mode AS mode, namespace.nspname AS schema, relation.relname AS name,
       relation.relkind AS kind, relation.relfilenode AS filenode,
       pg_catalog.pg_stat_get_xact_numscans(lock.relation) AS scans
  FROM pg_catalog.pg_locks AS lock
  LEFT JOIN pg_catalog.pg_class AS relation ON relation.oid OPERATOR(pg_catalog.=) lock.relation
  LEFT JOIN pg_catalog.pg_namespace AS namespace ON namespace.oid OPERATOR(pg_catalog.=) relation.relnamespace
 WHERE lock.pid OPERATOR(pg_catalog.=) pg_catalog.pg_backend_pid()
   AND lock.locktype OPERATOR(pg_catalog.=) 'relation'
   AND lock.granted
   AND lock.relation OPERATOR(pg_catalog.>=) 16384::pg_catalog.oid

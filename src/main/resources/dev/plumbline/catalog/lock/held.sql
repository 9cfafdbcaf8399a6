SELECT lock.relation AS relation, lock.mode AS mode,
       CAST(CAST(lock.relation AS pg_catalog.regclass) AS pg_catalog.text) AS shown,
       pg_catalog.pg_relation_filenode(lock.relation) AS filenode,
       pg_catalog.pg_stat_get_xact_numscans(lock.relation) AS scans
  FROM pg_catalog.pg_lock_status() AS lock
 WHERE lock.pid OPERATOR(pg_catalog.=) pg_catalog.pg_backend_pid()
   AND lock.locktype OPERATOR(pg_catalog.=) 'relation'
   AND lock.granted
   AND lock.relation OPERATOR(pg_catalog.>=) 16384::pg_catalog.oid

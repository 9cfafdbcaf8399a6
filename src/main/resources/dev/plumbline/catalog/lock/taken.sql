SELECT 'locks' AS what, lock.mode AS word, CAST(pg_catalog.array_agg(lock.relation) AS pg_catalog.text) AS relations,
       CAST(NULL AS pg_catalog.int8) AS one, CAST(NULL AS pg_catalog.int8) AS other
  FROM pg_catalog.pg_lock_status() AS lock
 WHERE CAST($2 AS pg_catalog.bool)
   AND lock.relation OPERATOR(pg_catalog.>=) 16384::pg_catalog.oid
   AND lock.pid OPERATOR(pg_catalog.=) pg_catalog.pg_backend_pid()
   AND lock.granted
   AND lock.locktype OPERATOR(pg_catalog.=) 'relation'
 GROUP BY lock.mode
UNION ALL
SELECT 'relation', named.name, CAST(CAST(found.relation AS pg_catalog.oid) AS pg_catalog.text),
       CAST(pg_catalog.pg_relation_filenode(found.relation) AS pg_catalog.int8),
       pg_catalog.pg_stat_get_xact_numscans(found.relation)
  FROM pg_catalog.unnest(CAST($1 AS pg_catalog.text[])) AS named (name)
 CROSS JOIN LATERAL (SELECT pg_catalog.to_regclass(named.name) AS relation) AS found
 WHERE found.relation IS NOT NULL
UNION ALL
SELECT 'clock', NULL, NULL,
       CAST(pg_catalog.date_part('epoch', pg_catalog.statement_timestamp()) OPERATOR(pg_catalog.*) 1000000::pg_catalog.float8 AS pg_catalog.int8),
       CAST(pg_catalog.date_part('epoch', pg_catalog.clock_timestamp()) OPERATOR(pg_catalog.*) 1000000::pg_catalog.float8 AS pg_catalog.int8)

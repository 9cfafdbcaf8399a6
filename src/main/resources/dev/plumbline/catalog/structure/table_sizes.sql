SELECT n.nspname AS schema, c.relname AS name,
       pg_catalog.pg_total_relation_size(c.oid) AS bytes,
       CASE WHEN c.reltuples OPERATOR(pg_catalog.>=) 0 THEN CAST(c.reltuples AS pg_catalog.int8) END AS rows
  FROM pg_catalog.pg_class AS c
  JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
 WHERE c.relkind OPERATOR(pg_catalog.=) 'r' AND c.relpersistence OPERATOR(pg_catalog.<>) 't'
   AND n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND n.nspname OPERATOR(pg_catalog.<>) 'information_schema'
 ORDER BY n.nspname, c.relname

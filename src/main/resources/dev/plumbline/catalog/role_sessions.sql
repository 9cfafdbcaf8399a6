SELECT a.datname AS database,
       pg_catalog.count(*) AS number
  FROM pg_catalog.pg_stat_activity AS a
 WHERE a.usesysid OPERATOR(pg_catalog.=) CAST(? AS pg_catalog.oid)
 GROUP BY 1
 ORDER BY a.datname COLLATE pg_catalog."C" NULLS FIRST

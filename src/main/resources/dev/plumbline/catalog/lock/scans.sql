SELECT counted.relation AS relation, counted.scans AS scans
  FROM (SELECT relation.oid AS relation, pg_catalog.pg_stat_get_xact_numscans(relation.oid) AS scans
          FROM pg_catalog.pg_class AS relation
         WHERE relation.oid OPERATOR(pg_catalog.>=) 16384::pg_catalog.oid) AS counted
 WHERE counted.scans OPERATOR(pg_catalog.<>) 0

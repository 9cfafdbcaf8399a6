SELECT pg_catalog.array_agg(c.oid), pg_catalog.pg_get_constraintdef(pg_catalog.min(c.oid))
  FROM (SELECT k.oid, CAST(k.conbin AS pg_catalog.text) COLLATE "C" AS tree, k.convalidated, k.connoinherit,
               (SELECT conenforced FROM (SELECT k.*) AS newer) AS enforced,
               (SELECT a.attname FROM pg_catalog.pg_attribute AS a
                 WHERE a.attrelid OPERATOR(pg_catalog.=) k.conrelid AND a.attnum OPERATOR(pg_catalog.=) k.conkey[1]) AS attname
          FROM pg_catalog.pg_constraint AS k
         CROSS JOIN (SELECT true AS conenforced) AS older
         WHERE k.oid OPERATOR(pg_catalog.>=) 16384 AND k.contype OPERATOR(pg_catalog.=) 'c' AND k.conrelid OPERATOR(pg_catalog.<>) 0
           AND pg_catalog.cardinality(k.conkey) OPERATOR(pg_catalog.=) 1) AS c
 WHERE pg_catalog.strpos(c.tree, ':varattno 0') OPERATOR(pg_catalog.=) 0
 GROUP BY c.tree, c.convalidated, c.connoinherit, c.enforced, c.attname

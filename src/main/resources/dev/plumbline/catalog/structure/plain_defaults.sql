SELECT pg_catalog.array_agg(d.oid), pg_catalog.array_agg(d.adrelid), pg_catalog.array_agg(d.adnum),
       (SELECT CASE WHEN pg_catalog.strpos(CAST(one.adbin AS pg_catalog.text), '{VAR ') OPERATOR(pg_catalog.=) 0
                    THEN pg_catalog.pg_get_expr(one.adbin, 0) END
          FROM pg_catalog.pg_attrdef AS one
         WHERE one.oid OPERATOR(pg_catalog.=) pg_catalog.min(d.oid))
  FROM (SELECT a.oid, a.adrelid, a.adnum, CAST(a.adbin AS pg_catalog.text) COLLATE "C" AS tree
          FROM pg_catalog.pg_attrdef AS a) AS d
 GROUP BY d.tree

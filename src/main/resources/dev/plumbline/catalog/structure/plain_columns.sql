SELECT c.oid, x.numbers, x.names, x.types, x.modifiers, x.filled
  FROM pg_catalog.pg_class AS c
 CROSS JOIN LATERAL (SELECT pg_catalog.array_agg(a.attnum) AS numbers, pg_catalog.array_agg(a.attname) AS names,
                            pg_catalog.array_agg(a.atttypid) AS types, pg_catalog.array_agg(a.atttypmod) AS modifiers,
                            pg_catalog.array_agg(a.attnotnull) AS filled
                       FROM pg_catalog.pg_attribute AS a
                      WHERE a.attrelid OPERATOR(pg_catalog.=) c.oid AND a.attnum OPERATOR(pg_catalog.>) 0 AND NOT a.attisdropped) AS x
 WHERE c.oid OPERATOR(pg_catalog.>=) 16384 AND c.relkind OPERATOR(pg_catalog.=) ANY (CAST('{r,p,f}' AS pg_catalog."char"[]))
   AND x.numbers IS NOT NULL

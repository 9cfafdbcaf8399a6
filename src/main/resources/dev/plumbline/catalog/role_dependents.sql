SELECT d.dbid OPERATOR(pg_catalog.=) 0 AS shared,
       db.datname AS database,
       d.classid AS catalog,
       c.relname AS catalog_name,
       d.deptype AS type,
       pg_catalog.count(*) AS number
  FROM pg_catalog.pg_shdepend AS d
  JOIN pg_catalog.pg_class AS c ON c.oid OPERATOR(pg_catalog.=) d.classid
  LEFT JOIN pg_catalog.pg_database AS db ON db.oid OPERATOR(pg_catalog.=) d.dbid
 WHERE d.refclassid OPERATOR(pg_catalog.=) 1260
   AND d.refobjid OPERATOR(pg_catalog.=) CAST(? AS pg_catalog.oid)
 GROUP BY 1, 2, 3, 4, 5
 ORDER BY db.datname COLLATE pg_catalog."C" NULLS FIRST, 4, 5

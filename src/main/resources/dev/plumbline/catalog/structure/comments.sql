SELECT CAST(CAST(d.classoid AS pg_catalog.regclass) AS pg_catalog.text) AS catalog, d.objoid AS oid, d.objsubid AS sub, d.description
  FROM pg_catalog.pg_description AS d
 WHERE (d.objoid OPERATOR(pg_catalog.>=) 16384 OR d.classoid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_namespace' AS pg_catalog.regclass))
   AND d.description OPERATOR(pg_catalog.<>) 'standard public schema'

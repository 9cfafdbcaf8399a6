SELECT a.attrelid, a.attnum, a.attname, a.atttypid,
       CASE WHEN a.atttypmod OPERATOR(pg_catalog.>=) 0 THEN a.atttypmod END,
       CASE WHEN a.attnotnull THEN 'yes' END
  FROM pg_catalog.pg_attribute AS a
  JOIN pg_catalog.pg_class AS c ON c.oid OPERATOR(pg_catalog.=) a.attrelid
 WHERE a.attrelid OPERATOR(pg_catalog.>=) 16384 AND a.attnum OPERATOR(pg_catalog.>) 0 AND NOT a.attisdropped
   AND c.relkind OPERATOR(pg_catalog.=) ANY (CAST('{r,p,f}' AS pg_catalog."char"[]))

SELECT n.nspname AS schema, t.relname AS table, c.relname AS name
  FROM pg_catalog.pg_depend AS o
  JOIN pg_catalog.pg_class AS c ON c.oid OPERATOR(pg_catalog.=) o.objid
  JOIN pg_catalog.pg_class AS t ON t.oid OPERATOR(pg_catalog.=) o.refobjid
  JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
 WHERE o.deptype OPERATOR(pg_catalog.=) 'i' AND o.refobjsubid OPERATOR(pg_catalog.>) 0 AND c.relkind OPERATOR(pg_catalog.=) 'S'
   AND o.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_class' AS pg_catalog.regclass)
   AND o.refclassid OPERATOR(pg_catalog.=) o.classid
   AND n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND n.nspname OPERATOR(pg_catalog.<>) 'information_schema'
 ORDER BY n.nspname, t.relname, o.refobjsubid

SELECT c.oid, c.relname AS name
  FROM pg_catalog.pg_class AS c
 WHERE c.relnamespace OPERATOR(pg_catalog.=) CAST('pg_catalog' AS pg_catalog.regnamespace) AND c.relkind OPERATOR(pg_catalog.=) 'r'

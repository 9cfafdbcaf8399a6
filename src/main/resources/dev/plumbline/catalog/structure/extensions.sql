SELECT e.oid, e.extname AS name, e.extversion AS version, n.nspname AS in_schema
  FROM pg_catalog.pg_extension AS e
  JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) e.extnamespace

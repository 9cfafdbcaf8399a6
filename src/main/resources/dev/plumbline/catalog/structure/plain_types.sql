SELECT t.oid, pg_catalog.format_type(t.oid, -1) AS name
  FROM pg_catalog.pg_type AS t
 WHERE t.oid OPERATOR(pg_catalog.<) 16384

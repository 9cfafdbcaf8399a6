SELECT c.oid, n.nspname AS schema, c.conname AS name,
       pg_catalog.pg_encoding_to_char(c.conforencoding) AS from_encoding, pg_catalog.pg_encoding_to_char(c.contoencoding) AS to_encoding,
       CAST(c.conproc AS pg_catalog.text) AS function,
       CASE WHEN c.condefault THEN 'yes' END AS default
  FROM pg_catalog.pg_conversion AS c
  JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.connamespace
 WHERE n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND n.nspname OPERATOR(pg_catalog.<>) 'information_schema'

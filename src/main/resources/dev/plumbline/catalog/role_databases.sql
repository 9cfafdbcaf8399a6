SELECT d.datname AS database,
       d.datallowconn AS takes_connections,
       pg_catalog.has_database_privilege(d.oid, 'CONNECT') AS may_connect
  FROM pg_catalog.pg_database AS d
 ORDER BY d.datname COLLATE pg_catalog."C"

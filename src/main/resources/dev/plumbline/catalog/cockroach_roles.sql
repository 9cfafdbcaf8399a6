SELECT r.oid,
       r.rolname AS name,
       r.rolsuper AS superuser,
       r.rolinherit AS inherit,
       r.rolcreaterole AS create_role,
       r.rolcreatedb AS create_database,
       r.rolcanlogin AS login,
       r.rolreplication AS replication,
       r.rolbypassrls AS bypass_row_security,
       r.rolconnlimit AS connection_limit,
       CAST(r.rolvaliduntil AS STRING) AS valid_until
  FROM pg_catalog.pg_roles AS r
 ORDER BY r.rolname

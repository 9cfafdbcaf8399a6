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
       CASE WHEN pg_catalog.isfinite(r.rolvaliduntil)
            THEN CAST(pg_catalog.timezone('UTC', r.rolvaliduntil) AS pg_catalog.text) OPERATOR(pg_catalog.||) '+00'
            ELSE CAST(r.rolvaliduntil AS pg_catalog.text) END AS valid_until
  FROM pg_catalog.pg_roles AS r
 ORDER BY r.rolname COLLATE pg_catalog."C"

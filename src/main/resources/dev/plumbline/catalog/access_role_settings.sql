SELECT r.rolname AS role,
       d.datname AS database,
       CAST(s.setconfig AS pg_catalog.text) AS settings
  FROM pg_catalog.pg_db_role_setting AS s
  LEFT JOIN pg_catalog.pg_roles AS r ON r.oid OPERATOR(pg_catalog.=) s.setrole
  LEFT JOIN pg_catalog.pg_database AS d ON d.oid OPERATOR(pg_catalog.=) s.setdatabase
 ORDER BY r.rolname COLLATE pg_catalog."C" NULLS FIRST, d.datname COLLATE pg_catalog."C" NULLS FIRST

SELECT p.polrelid AS relation,
       p.polname AS name,
       p.polpermissive AS permissive,
       p.polcmd AS command,
       CAST(p.polroles AS pg_catalog.text) AS roles,
       CASE WHEN CAST(? AS pg_catalog.bool) THEN pg_catalog.pg_get_expr(p.polqual, p.polrelid) END AS using,
       CASE WHEN CAST(? AS pg_catalog.bool) THEN pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) END AS check
  FROM pg_catalog.pg_policy AS p

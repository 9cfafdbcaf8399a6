SELECT n.oid,
       n.nspname AS name,
       pg_catalog.pg_get_userbyid(n.nspowner) AS owner,
       CAST(n.nspacl AS pg_catalog.text) AS acl,
       acl_marks(n.nspacl) AS acl_marks
  FROM pg_catalog.pg_namespace AS n
 WHERE n.nspname OPERATOR(pg_catalog.!~) '^pg_(toast|temp_|toast_temp_)'
 ORDER BY n.nspname COLLATE pg_catalog."C"

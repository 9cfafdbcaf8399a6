SELECT s.oid,
       NULL AS schema,
       s.srvname AS name,
       '' AS detail,
       s.srvowner AS owner,
       CAST(s.srvacl AS pg_catalog.text) AS acl,
       digit_marks(s.srvacl) AS acl_marks
  FROM pg_catalog.pg_foreign_server AS s

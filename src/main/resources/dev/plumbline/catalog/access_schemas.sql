SELECT n.oid,
       n.oid AS schema,
       n.nspname AS name,
       '' AS detail,
       n.nspowner AS owner,
       CAST(n.nspacl AS pg_catalog.text) AS acl,
       digit_marks(n.nspacl) AS acl_marks
  FROM pg_catalog.pg_namespace AS n
 WHERE n.nspname OPERATOR(pg_catalog.!~) '^pg_(toast|temp)'

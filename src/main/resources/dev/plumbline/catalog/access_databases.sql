SELECT d.oid,
       NULL AS schema,
       d.datname AS name,
       '' AS detail,
       d.datdba AS owner,
       CAST(d.datacl AS pg_catalog.text) AS acl,
       digit_marks(d.datacl) AS acl_marks
  FROM pg_catalog.pg_database AS d

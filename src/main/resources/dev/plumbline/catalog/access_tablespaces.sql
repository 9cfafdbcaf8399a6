SELECT s.oid,
       NULL AS schema,
       s.spcname AS name,
       '' AS detail,
       s.spcowner AS owner,
       CAST(s.spcacl AS pg_catalog.text) AS acl,
       digit_marks(s.spcacl) AS acl_marks
  FROM pg_catalog.pg_tablespace AS s

SELECT p.oid,
       NULL AS schema,
       p.parname AS name,
       '' AS detail,
       10 AS owner,
       CAST(p.paracl AS pg_catalog.text) AS acl,
       digit_marks(p.paracl) AS acl_marks
  FROM pg_catalog.pg_parameter_acl AS p

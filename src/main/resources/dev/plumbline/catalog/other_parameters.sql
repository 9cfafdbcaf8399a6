SELECT 'PARAMETER' AS kind,
       asked.name,
       CAST(NULL AS pg_catalog.name) AS schema,
       CAST(NULL AS pg_catalog.name) AS column_name,
       pg_catalog.pg_get_userbyid(10) AS owner,
       CAST(p.paracl AS pg_catalog.text) AS acl,
       acl_marks(p.paracl) AS acl_marks
  FROM pg_catalog.unnest(CAST(? AS pg_catalog.text[])) AS asked (name)
  LEFT JOIN pg_catalog.pg_parameter_acl AS p ON p.parname OPERATOR(pg_catalog.=) asked.name

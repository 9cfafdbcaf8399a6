SELECT pg_catalog.pg_get_userbyid(d.defaclrole) AS creator,
       n.nspname AS schema,
       d.defaclobjtype AS type,
       CAST(d.defaclacl AS pg_catalog.text) AS acl,
       acl_marks(d.defaclacl) AS acl_marks
  FROM pg_catalog.pg_default_acl AS d
  LEFT JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) d.defaclnamespace
 ORDER BY pg_catalog.pg_get_userbyid(d.defaclrole) COLLATE pg_catalog."C",
          n.nspname COLLATE pg_catalog."C" NULLS FIRST,
          d.defaclobjtype

SELECT l.oid,
       NULL AS schema,
       l.lanname AS name,
       CASE WHEN l.lanpltrusted THEN 't' ELSE 'u' END AS detail,
       l.lanowner AS owner,
       CAST(l.lanacl AS pg_catalog.text) AS acl,
       digit_marks(l.lanacl) AS acl_marks
  FROM pg_catalog.pg_language AS l

SELECT l.oid,
       NULL AS schema,
       CAST(l.oid AS pg_catalog.text) AS name,
       '' AS detail,
       l.lomowner AS owner,
       CAST(l.lomacl AS pg_catalog.text) AS acl,
       digit_marks(l.lomacl) AS acl_marks
  FROM pg_catalog.pg_largeobject_metadata AS l
 ORDER BY l.oid
 LIMIT 10001

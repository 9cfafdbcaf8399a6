SELECT a.attrelid AS relation,
       a.attnum AS number,
       a.attname AS name,
       CAST(a.attacl AS pg_catalog.text) AS acl,
       digit_marks(a.attacl) AS acl_marks
  FROM pg_catalog.pg_attribute AS a
 WHERE a.attacl IS NOT NULL
   AND a.attnum OPERATOR(pg_catalog.>) 0
   AND NOT a.attisdropped

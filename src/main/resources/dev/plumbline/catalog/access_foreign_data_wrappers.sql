SELECT w.oid,
       NULL AS schema,
       w.fdwname AS name,
       '' AS detail,
       w.fdwowner AS owner,
       CAST(w.fdwacl AS pg_catalog.text) AS acl,
       digit_marks(w.fdwacl) AS acl_marks
  FROM pg_catalog.pg_foreign_data_wrapper AS w

SELECT a.attrelid AS relation,
       a.attnum AS number,
       a.attname AS name,
       CAST(a.attacl AS pg_catalog.text) AS acl,
       digit_marks(a.attacl) AS acl_marks
  FROM pg_catalog.pg_attribute AS a
  JOIN pg_catalog.pg_class AS c ON c.oid OPERATOR(pg_catalog.=) a.attrelid
 WHERE a.attnum OPERATOR(pg_catalog.>) 0
   AND NOT a.attisdropped
   AND c.relkind OPERATOR(pg_catalog.=) ANY (CAST('{r,p,v,m,f}' AS pg_catalog."char"[]))
   AND c.relnamespace OPERATOR(pg_catalog.<>) ALL (ARRAY(
           SELECT hidden.oid FROM pg_catalog.pg_namespace AS hidden
            WHERE hidden.nspname OPERATOR(pg_catalog.~) '^pg_(toast|temp)'
               OR hidden.nspname OPERATOR(pg_catalog.=) ANY (CAST(? AS pg_catalog.name[]))))

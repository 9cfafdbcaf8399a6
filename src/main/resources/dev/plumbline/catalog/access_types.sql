SELECT t.oid,
       t.typnamespace AS schema,
       t.typname AS name,
       t.typtype AS detail,
       t.typowner AS owner,
       CAST(t.typacl AS pg_catalog.text) AS acl,
       digit_marks(t.typacl) AS acl_marks
  FROM pg_catalog.pg_type AS t
 WHERE (t.typelem OPERATOR(pg_catalog.=) 0 OR t.typlen OPERATOR(pg_catalog.>) 0)
   AND (t.typrelid OPERATOR(pg_catalog.=) 0
        OR t.typacl IS NOT NULL
        OR CAST(? AS pg_catalog.bool))
   AND t.typnamespace OPERATOR(pg_catalog.<>) ALL (ARRAY(
           SELECT hidden.oid FROM pg_catalog.pg_namespace AS hidden
            WHERE hidden.nspname OPERATOR(pg_catalog.~) '^pg_(toast|temp)'
               OR hidden.nspname OPERATOR(pg_catalog.=) ANY (CAST(? AS pg_catalog.name[]))))

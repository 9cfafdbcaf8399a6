SELECT pg_catalog.pg_get_userbyid(made.owner) AS owner,
       CAST(made.acl AS pg_catalog.text) AS acl,
       acl_marks(made.acl) AS acl_marks
  FROM (SELECT c.relkind AS type, c.relname AS name, c.relnamespace AS schema, c.relowner AS owner, c.relacl AS acl
          FROM pg_catalog.pg_class AS c
        UNION ALL
        SELECT 'f', p.proname, p.pronamespace, p.proowner, p.proacl FROM pg_catalog.pg_proc AS p
        UNION ALL
        SELECT 'T', t.typname, t.typnamespace, t.typowner, t.typacl
          FROM pg_catalog.pg_type AS t WHERE t.typtype OPERATOR(pg_catalog.=) 'e'
        UNION ALL
        SELECT 'n', n.nspname, n.oid, n.nspowner, n.nspacl FROM pg_catalog.pg_namespace AS n) AS made
  JOIN pg_catalog.pg_namespace AS place ON place.oid OPERATOR(pg_catalog.=) made.schema
 WHERE made.type OPERATOR(pg_catalog.=) CAST(? AS pg_catalog."char")
   AND made.name OPERATOR(pg_catalog.=) CAST(? AS pg_catalog.name)
   AND place.nspname OPERATOR(pg_catalog.=) CAST(? AS pg_catalog.name)

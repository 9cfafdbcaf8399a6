SELECT p.oid,
       p.pronamespace AS schema,
       p.proname AS name,
       pg_catalog.pg_get_function_identity_arguments(p.oid) AS detail,
       p.proowner AS owner,
       CAST(p.proacl AS pg_catalog.text) AS acl,
       digit_marks(p.proacl) AS acl_marks,
       p.prosecdef AS security_definer,
       CAST(p.proconfig AS pg_catalog.text) AS settings,
       l.lanname AS language,
       p.prokind AS kind
  FROM pg_catalog.pg_proc AS p
  JOIN pg_catalog.pg_language AS l ON l.oid OPERATOR(pg_catalog.=) p.prolang
 WHERE p.pronamespace OPERATOR(pg_catalog.<>) ALL (ARRAY(
           SELECT hidden.oid FROM pg_catalog.pg_namespace AS hidden
            WHERE hidden.nspname OPERATOR(pg_catalog.~) '^pg_(toast|temp)'
               OR hidden.nspname OPERATOR(pg_catalog.=) ANY (CAST(? AS pg_catalog.name[]))))

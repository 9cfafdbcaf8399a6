SELECT relation.oid AS relation, namespace.nspname AS schema, relation.relname AS name, relation.relkind AS kind,
       CAST(CAST(relation.oid AS pg_catalog.regclass) AS pg_catalog.text) AS shown
  FROM pg_catalog.pg_class AS relation
  JOIN pg_catalog.pg_namespace AS namespace ON namespace.oid OPERATOR(pg_catalog.=) relation.relnamespace
 WHERE relation.oid OPERATOR(pg_catalog.=) ANY (CAST($1 AS pg_catalog.oid[]))

SELECT namespace.nspname AS schema
  FROM pg_catalog.pg_class AS relation
  JOIN pg_catalog.pg_namespace AS namespace ON namespace.oid OPERATOR(pg_catalog.=) relation.relnamespace
 WHERE relation.relname OPERATOR(pg_catalog.=) 'alembic_version' AND relation.relkind OPERATOR(pg_catalog.=) 'r'
   AND relation.relpersistence OPERATOR(pg_catalog.<>) 't' AND NOT relation.relrowsecurity
 ORDER BY namespace.nspname

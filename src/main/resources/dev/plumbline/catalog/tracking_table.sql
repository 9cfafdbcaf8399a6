SELECT c.relkind AS kind,
       c.relrowsecurity OR c.relhasrules OR c.relhastriggers AS guarded,
       (SELECT pg_catalog.string_agg(pg_catalog.format('%s %s', a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod)), ', '
                   ORDER BY a.attname)
          FROM pg_catalog.pg_attribute AS a
         WHERE a.attrelid OPERATOR(pg_catalog.=) c.oid AND a.attnum OPERATOR(pg_catalog.>) 0 AND NOT a.attisdropped
           AND a.attname OPERATOR(pg_catalog.=) ANY (CAST('{filename,applied_at,checksum}' AS pg_catalog.name[]))) AS columns,
       pg_catalog.has_table_privilege(c.oid, 'SELECT') AND pg_catalog.has_schema_privilege(n.oid, 'USAGE') AS readable
  FROM pg_catalog.pg_class AS c
  JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
 WHERE n.nspname OPERATOR(pg_catalog.=) CAST(? AS pg_catalog.name) AND c.relname OPERATOR(pg_catalog.=) 'migrations'

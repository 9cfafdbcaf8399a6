SELECT n.nspname AS schema,
       c.relkind AS kind,
       c.relrowsecurity OR c.relhasrules OR c.relhastriggers AS guarded,
       (SELECT pg_catalog.string_agg(a.attname, ',' ORDER BY a.attname)
          FROM pg_catalog.pg_attribute AS a
         WHERE a.attrelid OPERATOR(pg_catalog.=) c.oid AND a.attnum OPERATOR(pg_catalog.>) 0 AND NOT a.attisdropped
           AND a.attname OPERATOR(pg_catalog.=) ANY (CAST('{version,description,type,applied,total,executed_at,execution_time,error,error_stmt,hash,partial_hashes,operator_version}' AS pg_catalog.name[]))) AS columns,
       pg_catalog.has_table_privilege(c.oid, 'SELECT') AND pg_catalog.has_schema_privilege(n.oid, 'USAGE') AS readable
  FROM pg_catalog.pg_class AS c
  JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
 WHERE c.relname OPERATOR(pg_catalog.=) 'atlas_schema_revisions'
   AND c.relkind OPERATOR(pg_catalog.=) ANY (CAST('{r,v,m,f,p}' AS pg_catalog."char"[]))
 ORDER BY n.nspname

SELECT i.indexrelid AS oid, i.indrelid AS relation, n.nspname AS schema, c.relname AS parent, x.relname AS name,
       pg_catalog.pg_get_indexdef(i.indexrelid) AS definition,
       CASE WHEN NOT i.indisvalid THEN 'yes' END AS invalid,
       CASE WHEN NOT i.indisready THEN 'yes' END AS not_ready,
       CASE WHEN i.indisclustered THEN 'yes' END AS clustered,
       s.spcname AS tablespace,
       CASE WHEN x.relispartition THEN 'yes' END AS inherited
  FROM pg_catalog.pg_index AS i
  JOIN pg_catalog.pg_class AS x ON x.oid OPERATOR(pg_catalog.=) i.indexrelid
  JOIN pg_catalog.pg_class AS c ON c.oid OPERATOR(pg_catalog.=) i.indrelid
  JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
  LEFT JOIN pg_catalog.pg_tablespace AS s ON s.oid OPERATOR(pg_catalog.=) x.reltablespace
 WHERE n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND n.nspname OPERATOR(pg_catalog.<>) 'information_schema'
   AND c.relpersistence OPERATOR(pg_catalog.<>) 't'
   AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_constraint AS k
                    WHERE k.conindid OPERATOR(pg_catalog.=) i.indexrelid AND k.conrelid OPERATOR(pg_catalog.=) i.indrelid
                      AND k.contype OPERATOR(pg_catalog.=) ANY (CAST('{p,u,x}' AS pg_catalog."char"[])))

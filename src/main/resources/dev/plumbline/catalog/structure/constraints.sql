SELECT k.oid, k.conrelid AS relation, n.nspname AS schema, COALESCE(c.relname, t.typname) AS parent, k.conname AS name,
       CASE k.contype WHEN 'p' THEN 'primary key' WHEN 'u' THEN 'unique' WHEN 'c' THEN 'check' WHEN 'f' THEN 'foreign key'
            WHEN 'x' THEN 'exclusion' END AS type,
       pg_catalog.pg_get_constraintdef(k.oid) AS definition,
       CASE WHEN NOT k.conislocal OR k.conparentid OPERATOR(pg_catalog.<>) 0 THEN 'yes' END AS inherited
  FROM pg_catalog.pg_constraint AS k
  JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) k.connamespace
  LEFT JOIN pg_catalog.pg_class AS c ON c.oid OPERATOR(pg_catalog.=) k.conrelid
  LEFT JOIN pg_catalog.pg_type AS t ON t.oid OPERATOR(pg_catalog.=) k.contypid
 WHERE k.contype OPERATOR(pg_catalog.=) ANY (CAST('{p,u,c,f,x}' AS pg_catalog."char"[]))
   AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_constraint AS w
                    WHERE w.oid OPERATOR(pg_catalog.=) k.conparentid AND w.conrelid OPERATOR(pg_catalog.=) k.conrelid)
   AND n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND n.nspname OPERATOR(pg_catalog.<>) 'information_schema'

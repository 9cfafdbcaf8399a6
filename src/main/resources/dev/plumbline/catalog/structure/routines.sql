SELECT p.oid, n.nspname AS schema,
       pg_catalog.concat(p.proname, '(', pg_catalog.oidvectortypes(p.proargtypes), ')') AS name,
       pg_catalog.format('%I.%I(%s)', n.nspname, p.proname, pg_catalog.oidvectortypes(p.proargtypes)) AS identity,
       pg_catalog.pg_get_functiondef(p.oid) AS definition
  FROM pg_catalog.pg_proc AS p
  JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) p.pronamespace
 WHERE p.prokind OPERATOR(pg_catalog.<>) 'a'
   AND n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND n.nspname OPERATOR(pg_catalog.<>) 'information_schema'
   AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend AS o
                    WHERE o.objid OPERATOR(pg_catalog.=) p.oid AND o.deptype OPERATOR(pg_catalog.=) 'i'
                      AND o.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_proc' AS pg_catalog.regclass))

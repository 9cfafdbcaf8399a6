SELECT c.oid, n.nspname AS schema, c.relname AS name,
       pg_catalog.format_type(q.seqtypid, NULL) AS type, q.seqstart AS start, q.seqincrement AS increment,
       q.seqmin AS minimum, q.seqmax AS maximum, q.seqcache AS cache,
       CASE WHEN q.seqcycle THEN 'yes' END AS cycle,
       CASE WHEN c.relpersistence OPERATOR(pg_catalog.=) 'u' THEN 'yes' END AS unlogged,
       (SELECT pg_catalog.format('%I.%I.%I', pn.nspname, p.relname, a.attname)
          FROM pg_catalog.pg_depend AS o
          JOIN pg_catalog.pg_class AS p ON p.oid OPERATOR(pg_catalog.=) o.refobjid
          JOIN pg_catalog.pg_namespace AS pn ON pn.oid OPERATOR(pg_catalog.=) p.relnamespace
          JOIN pg_catalog.pg_attribute AS a ON a.attrelid OPERATOR(pg_catalog.=) p.oid AND a.attnum OPERATOR(pg_catalog.=) o.refobjsubid
         WHERE o.objid OPERATOR(pg_catalog.=) c.oid AND o.deptype OPERATOR(pg_catalog.=) 'a' AND o.refobjsubid OPERATOR(pg_catalog.>) 0
           AND o.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_class' AS pg_catalog.regclass)
           AND o.refclassid OPERATOR(pg_catalog.=) o.classid) AS owned_by
  FROM pg_catalog.pg_sequence AS q
  JOIN pg_catalog.pg_class AS c ON c.oid OPERATOR(pg_catalog.=) q.seqrelid
  JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
 WHERE n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND n.nspname OPERATOR(pg_catalog.<>) 'information_schema'
   AND c.relpersistence OPERATOR(pg_catalog.<>) 't'
   AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend AS o
                    WHERE o.objid OPERATOR(pg_catalog.=) c.oid AND o.deptype OPERATOR(pg_catalog.=) 'i'
                      AND o.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_class' AS pg_catalog.regclass))

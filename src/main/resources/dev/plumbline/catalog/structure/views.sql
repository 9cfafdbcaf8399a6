SELECT c.oid, n.nspname AS schema, c.relname AS name,
       CASE WHEN c.relkind OPERATOR(pg_catalog.=) 'm' THEN 'MATERIALIZED_VIEW' ELSE 'VIEW' END AS kind,
       pg_catalog.pg_get_viewdef(c.oid) AS definition,
       (SELECT pg_catalog.string_agg(pg_catalog.format('%I %s', a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod)), ', '
                   ORDER BY a.attnum)
          FROM pg_catalog.pg_attribute AS a
         WHERE a.attrelid OPERATOR(pg_catalog.=) c.oid AND a.attnum OPERATOR(pg_catalog.>) 0 AND NOT a.attisdropped) AS columns,
       (SELECT pg_catalog.string_agg(pg_catalog.format('%I %L', a.attname, d.description), ', ' ORDER BY a.attnum)
          FROM pg_catalog.pg_description AS d
          JOIN pg_catalog.pg_attribute AS a ON a.attrelid OPERATOR(pg_catalog.=) d.objoid AND a.attnum OPERATOR(pg_catalog.=) d.objsubid
         WHERE d.objoid OPERATOR(pg_catalog.=) c.oid AND d.classoid OPERATOR(pg_catalog.=) c.tableoid
           AND d.objsubid OPERATOR(pg_catalog.>) 0 AND NOT a.attisdropped) AS column_comments,
       (SELECT pg_catalog.string_agg(pg_catalog.format('%I (%s)', a.attname, pg_catalog.pg_get_expr(d.adbin, d.adrelid)), ', ' ORDER BY a.attnum)
          FROM pg_catalog.pg_attrdef AS d
          JOIN pg_catalog.pg_attribute AS a ON a.attrelid OPERATOR(pg_catalog.=) d.adrelid AND a.attnum OPERATOR(pg_catalog.=) d.adnum
         WHERE d.adrelid OPERATOR(pg_catalog.=) c.oid) AS column_defaults,
       CAST(c.reloptions AS pg_catalog.text) AS options,
       s.spcname AS tablespace
  FROM pg_catalog.pg_class AS c
  JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
  LEFT JOIN pg_catalog.pg_tablespace AS s ON s.oid OPERATOR(pg_catalog.=) c.reltablespace
 WHERE c.relkind OPERATOR(pg_catalog.=) ANY (CAST('{v,m}' AS pg_catalog."char"[]))
   AND c.oid OPERATOR(pg_catalog.=) ANY (ARRAY(SELECT r.ev_class FROM pg_catalog.pg_rewrite AS r WHERE r.rulename OPERATOR(pg_catalog.=) '_RETURN'))
   AND c.relpersistence OPERATOR(pg_catalog.<>) 't'
   AND n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND n.nspname OPERATOR(pg_catalog.<>) 'information_schema'

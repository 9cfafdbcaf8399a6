SELECT a.attrelid AS oid, a.attnum AS sub, n.nspname AS schema, c.relname AS parent, a.attname AS name,
       a.attnum AS position,
       pg_catalog.format_type(a.atttypid, a.atttypmod) AS type,
       CASE WHEN a.attcollation OPERATOR(pg_catalog.<>) t.typcollation
            THEN (SELECT pg_catalog.format('%I.%I', cn.nspname, co.collname)
                    FROM pg_catalog.pg_collation AS co
                    JOIN pg_catalog.pg_namespace AS cn ON cn.oid OPERATOR(pg_catalog.=) co.collnamespace
                   WHERE co.oid OPERATOR(pg_catalog.=) a.attcollation) END AS collation,
       CASE WHEN a.attnotnull THEN 'yes' END AS not_null,
       CASE WHEN a.atthasdef AND a.attgenerated OPERATOR(pg_catalog.=) ''
            THEN (SELECT pg_catalog.pg_get_expr(d.adbin, CASE WHEN pg_catalog.strpos(CAST(d.adbin AS pg_catalog.text), '{VAR ') OPERATOR(pg_catalog.>) 0 THEN d.adrelid ELSE 0 END)
                    FROM pg_catalog.pg_attrdef AS d
                   WHERE d.adrelid OPERATOR(pg_catalog.=) a.attrelid AND d.adnum OPERATOR(pg_catalog.=) a.attnum) END AS default,
       CASE WHEN a.attgenerated OPERATOR(pg_catalog.<>) ''
            THEN (SELECT pg_catalog.concat(pg_catalog.pg_get_expr(d.adbin, d.adrelid), CASE a.attgenerated WHEN 's' THEN ' STORED' ELSE ' VIRTUAL' END)
                    FROM pg_catalog.pg_attrdef AS d
                   WHERE d.adrelid OPERATOR(pg_catalog.=) a.attrelid AND d.adnum OPERATOR(pg_catalog.=) a.attnum) END AS generated,
       CASE a.attidentity WHEN 'a' THEN 'ALWAYS' WHEN 'd' THEN 'BY DEFAULT' END AS identity,
       CASE WHEN a.attidentity OPERATOR(pg_catalog.<>) ''
            THEN (SELECT pg_catalog.format('START %s INCREMENT %s MINVALUE %s MAXVALUE %s CACHE %s%s',
                             q.seqstart, q.seqincrement, q.seqmin, q.seqmax, q.seqcache,
                             CASE WHEN q.seqcycle THEN ' CYCLE' END)
                    FROM pg_catalog.pg_depend AS o
                    JOIN pg_catalog.pg_sequence AS q ON q.seqrelid OPERATOR(pg_catalog.=) o.objid
                   WHERE o.refobjid OPERATOR(pg_catalog.=) a.attrelid AND o.refobjsubid OPERATOR(pg_catalog.=) a.attnum AND o.deptype OPERATOR(pg_catalog.=) 'i'
                     AND o.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_class' AS pg_catalog.regclass)
                     AND o.refclassid OPERATOR(pg_catalog.=) o.classid) END AS identity_sequence,
       CASE WHEN a.attstorage OPERATOR(pg_catalog.<>) t.typstorage
            THEN CASE a.attstorage WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL' WHEN 'm' THEN 'MAIN' WHEN 'x' THEN 'EXTENDED' END
            END AS storage,
       CASE WHEN a.attstattarget OPERATOR(pg_catalog.>=) 0 THEN a.attstattarget END AS statistics,
       CAST(a.attoptions AS pg_catalog.text) AS options,
       CAST(a.attfdwoptions AS pg_catalog.text) AS foreign_options,
       CASE WHEN NOT a.attislocal THEN 'yes' END AS inherited
  FROM pg_catalog.pg_attribute AS a
  JOIN pg_catalog.pg_class AS c ON c.oid OPERATOR(pg_catalog.=) a.attrelid
  JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
  JOIN pg_catalog.pg_type AS t ON t.oid OPERATOR(pg_catalog.=) a.atttypid
 WHERE a.attnum OPERATOR(pg_catalog.>) 0 AND NOT a.attisdropped
   AND c.relkind OPERATOR(pg_catalog.=) ANY (CAST('{r,p,f}' AS pg_catalog."char"[]))
   AND c.relpersistence OPERATOR(pg_catalog.<>) 't'
   AND n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND n.nspname OPERATOR(pg_catalog.<>) 'information_schema'

SELECT t.oid, n.nspname AS schema, t.typname AS name,
       CASE t.typtype WHEN 'e' THEN 'ENUM' WHEN 'd' THEN 'DOMAIN' WHEN 'r' THEN 'RANGE' ELSE 'COMPOSITE' END AS kind,
       (SELECT pg_catalog.string_agg(pg_catalog.quote_literal(l.enumlabel), ', ' ORDER BY l.enumsortorder)
          FROM pg_catalog.pg_enum AS l WHERE l.enumtypid OPERATOR(pg_catalog.=) t.oid) AS labels,
       CASE WHEN t.typtype OPERATOR(pg_catalog.=) 'd' THEN pg_catalog.format_type(t.typbasetype, t.typtypmod) END AS type,
       CASE WHEN t.typtype OPERATOR(pg_catalog.=) 'd' AND t.typnotnull THEN 'yes' END AS not_null,
       CASE WHEN t.typtype OPERATOR(pg_catalog.=) 'd' THEN pg_catalog.pg_get_expr(t.typdefaultbin, 0) END AS default,
       CASE WHEN t.typtype OPERATOR(pg_catalog.=) 'd' AND t.typcollation OPERATOR(pg_catalog.<>) b.typcollation
            THEN (SELECT pg_catalog.format('%I.%I', cn.nspname, co.collname)
                    FROM pg_catalog.pg_collation AS co
                    JOIN pg_catalog.pg_namespace AS cn ON cn.oid OPERATOR(pg_catalog.=) co.collnamespace
                   WHERE co.oid OPERATOR(pg_catalog.=) t.typcollation) END AS collation,
       (SELECT pg_catalog.string_agg(pg_catalog.format('%I %s', a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod)), ', '
                   ORDER BY a.attnum)
          FROM pg_catalog.pg_attribute AS a
         WHERE t.typtype OPERATOR(pg_catalog.=) 'c' AND a.attrelid OPERATOR(pg_catalog.=) t.typrelid AND a.attnum OPERATOR(pg_catalog.>) 0 AND NOT a.attisdropped) AS attributes,
       (SELECT pg_catalog.string_agg(pg_catalog.format('%I %L', a.attname, d.description), ', ' ORDER BY a.attnum)
          FROM pg_catalog.pg_description AS d
          JOIN pg_catalog.pg_attribute AS a ON a.attrelid OPERATOR(pg_catalog.=) d.objoid AND a.attnum OPERATOR(pg_catalog.=) d.objsubid
         WHERE t.typtype OPERATOR(pg_catalog.=) 'c' AND d.objoid OPERATOR(pg_catalog.=) c.oid AND d.classoid OPERATOR(pg_catalog.=) c.tableoid
           AND d.objsubid OPERATOR(pg_catalog.>) 0 AND NOT a.attisdropped) AS column_comments,
       (SELECT pg_catalog.format('%s, operator class %I', pg_catalog.format_type(g.rngsubtype, NULL), o.opcname)
          FROM pg_catalog.pg_range AS g
          JOIN pg_catalog.pg_opclass AS o ON o.oid OPERATOR(pg_catalog.=) g.rngsubopc
         WHERE g.rngtypid OPERATOR(pg_catalog.=) t.oid) AS subtype
  FROM pg_catalog.pg_type AS t
  JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) t.typnamespace
  LEFT JOIN pg_catalog.pg_type AS b ON b.oid OPERATOR(pg_catalog.=) t.typbasetype
  LEFT JOIN pg_catalog.pg_class AS c ON c.oid OPERATOR(pg_catalog.=) t.typrelid AND c.relkind OPERATOR(pg_catalog.=) 'c'
                                      AND c.reltablespace OPERATOR(pg_catalog.=) 0 AND c.relfilenode OPERATOR(pg_catalog.=) 0
 WHERE (t.typtype OPERATOR(pg_catalog.=) ANY (CAST('{e,d,r}' AS pg_catalog."char"[])) OR t.typtype OPERATOR(pg_catalog.=) 'c' AND c.oid IS NOT NULL)
   AND n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND n.nspname OPERATOR(pg_catalog.<>) 'information_schema'

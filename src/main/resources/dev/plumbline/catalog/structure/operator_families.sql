SELECT f.oid, n.nspname AS schema, pg_catalog.concat(f.opfname, ' USING ', a.amname) AS name,
       f.opfname AS own_name, a.amname AS access_method,
       NULLIF(pg_catalog.concat_ws(', ',
           (SELECT pg_catalog.string_agg(pg_catalog.format('OPERATOR %s %I.%s(%s, %s)', m.amopstrategy, ns.nspname, o.oprname,
                           pg_catalog.format_type(m.amoplefttype, NULL), pg_catalog.format_type(m.amoprighttype, NULL))
                       , ', ' ORDER BY m.amopstrategy, pg_catalog.format_type(m.amoplefttype, NULL), pg_catalog.format_type(m.amoprighttype, NULL))
              FROM pg_catalog.pg_amop AS m
              JOIN pg_catalog.pg_operator AS o ON o.oid OPERATOR(pg_catalog.=) m.amopopr
              JOIN pg_catalog.pg_namespace AS ns ON ns.oid OPERATOR(pg_catalog.=) o.oprnamespace
             WHERE m.amopfamily OPERATOR(pg_catalog.=) f.oid AND m.amopsortfamily OPERATOR(pg_catalog.=) 0
               AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend AS d
                                WHERE d.classid OPERATOR(pg_catalog.=) m.tableoid AND d.objid OPERATOR(pg_catalog.=) m.oid
                                  AND d.refclassid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_opclass' AS pg_catalog.regclass))),
           (SELECT pg_catalog.string_agg(pg_catalog.format('FUNCTION %s (%s, %s) %s', m.amprocnum,
                           pg_catalog.format_type(m.amproclefttype, NULL), pg_catalog.format_type(m.amprocrighttype, NULL),
                           CAST(CAST(m.amproc AS pg_catalog.regprocedure) AS pg_catalog.text))
                       , ', ' ORDER BY m.amprocnum, pg_catalog.format_type(m.amproclefttype, NULL), pg_catalog.format_type(m.amprocrighttype, NULL))
              FROM pg_catalog.pg_amproc AS m
             WHERE m.amprocfamily OPERATOR(pg_catalog.=) f.oid
               AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend AS d
                                WHERE d.classid OPERATOR(pg_catalog.=) m.tableoid AND d.objid OPERATOR(pg_catalog.=) m.oid
                                  AND d.refclassid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_opclass' AS pg_catalog.regclass)))), '') AS members
  FROM pg_catalog.pg_opfamily AS f
  JOIN pg_catalog.pg_am AS a ON a.oid OPERATOR(pg_catalog.=) f.opfmethod
  JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) f.opfnamespace
 WHERE n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND n.nspname OPERATOR(pg_catalog.<>) 'information_schema'

SELECT c.oid, n.nspname AS schema, pg_catalog.concat(c.opcname, ' USING ', a.amname) AS name,
       c.opcname AS own_name, a.amname AS access_method,
       pg_catalog.format_type(c.opcintype, NULL) AS type,
       CASE WHEN c.opcdefault THEN 'yes' END AS default,
       pg_catalog.format('%I.%I', fn.nspname, f.opfname) AS family,
       NULLIF(pg_catalog.concat_ws(', ',
           CASE WHEN c.opckeytype OPERATOR(pg_catalog.<>) 0 THEN pg_catalog.format('STORAGE %s', pg_catalog.format_type(c.opckeytype, NULL)) END,
           (SELECT pg_catalog.string_agg(pg_catalog.format('OPERATOR %s %I.%s(%s, %s)%s', m.amopstrategy, ns.nspname, o.oprname,
                           pg_catalog.format_type(m.amoplefttype, NULL), pg_catalog.format_type(m.amoprighttype, NULL),
                           (SELECT pg_catalog.format(' FOR ORDER BY %I.%I', sn.nspname, s.opfname)
                              FROM pg_catalog.pg_opfamily AS s
                              JOIN pg_catalog.pg_namespace AS sn ON sn.oid OPERATOR(pg_catalog.=) s.opfnamespace
                             WHERE s.oid OPERATOR(pg_catalog.=) m.amopsortfamily))
                       , ', ' ORDER BY m.amopstrategy, pg_catalog.format_type(m.amoplefttype, NULL), pg_catalog.format_type(m.amoprighttype, NULL))
              FROM pg_catalog.pg_depend AS d
              JOIN pg_catalog.pg_amop AS m ON m.oid OPERATOR(pg_catalog.=) d.objid
              JOIN pg_catalog.pg_operator AS o ON o.oid OPERATOR(pg_catalog.=) m.amopopr
              JOIN pg_catalog.pg_namespace AS ns ON ns.oid OPERATOR(pg_catalog.=) o.oprnamespace
             WHERE d.refclassid OPERATOR(pg_catalog.=) c.tableoid AND d.refobjid OPERATOR(pg_catalog.=) c.oid
               AND d.classid OPERATOR(pg_catalog.=) m.tableoid),
           (SELECT pg_catalog.string_agg(pg_catalog.format('FUNCTION %s (%s, %s) %s', m.amprocnum,
                           pg_catalog.format_type(m.amproclefttype, NULL), pg_catalog.format_type(m.amprocrighttype, NULL),
                           CAST(CAST(m.amproc AS pg_catalog.regprocedure) AS pg_catalog.text))
                       , ', ' ORDER BY m.amprocnum, pg_catalog.format_type(m.amproclefttype, NULL), pg_catalog.format_type(m.amprocrighttype, NULL))
              FROM pg_catalog.pg_depend AS d
              JOIN pg_catalog.pg_amproc AS m ON m.oid OPERATOR(pg_catalog.=) d.objid
             WHERE d.refclassid OPERATOR(pg_catalog.=) c.tableoid AND d.refobjid OPERATOR(pg_catalog.=) c.oid
               AND d.classid OPERATOR(pg_catalog.=) m.tableoid)), '') AS members
  FROM pg_catalog.pg_opclass AS c
  JOIN pg_catalog.pg_am AS a ON a.oid OPERATOR(pg_catalog.=) c.opcmethod
  JOIN pg_catalog.pg_opfamily AS f ON f.oid OPERATOR(pg_catalog.=) c.opcfamily
  JOIN pg_catalog.pg_namespace AS fn ON fn.oid OPERATOR(pg_catalog.=) f.opfnamespace
  JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.opcnamespace
 WHERE n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND n.nspname OPERATOR(pg_catalog.<>) 'information_schema'

SELECT DISTINCT d.refobjid AS relation
  FROM pg_catalog.pg_rewrite AS r
  JOIN pg_catalog.pg_depend AS d ON d.objid OPERATOR(pg_catalog.=) r.oid
 WHERE r.ev_class OPERATOR(pg_catalog.=) CAST(? AS pg_catalog.oid)
   AND r.rulename OPERATOR(pg_catalog.=) '_RETURN'
   AND d.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_rewrite' AS pg_catalog.regclass)
   AND d.refclassid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_class' AS pg_catalog.regclass)
   AND d.refobjid OPERATOR(pg_catalog.<>) r.ev_class

SELECT a.attname AS column,
       d.objid AS sequence,
       d.deptype OPERATOR(pg_catalog.=) 'i' AS identity
  FROM pg_catalog.pg_depend AS d
  JOIN pg_catalog.pg_class AS c ON c.oid OPERATOR(pg_catalog.=) d.objid
  JOIN pg_catalog.pg_attribute AS a ON a.attrelid OPERATOR(pg_catalog.=) d.refobjid
                                   AND a.attnum OPERATOR(pg_catalog.=) d.refobjsubid
 WHERE d.refobjid OPERATOR(pg_catalog.=) CAST(? AS pg_catalog.oid)
   AND d.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_class' AS pg_catalog.regclass)
   AND d.refclassid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_class' AS pg_catalog.regclass)
   AND d.deptype OPERATOR(pg_catalog.=) ANY (CAST('{a,i}' AS pg_catalog."char"[]))
   AND c.relkind OPERATOR(pg_catalog.=) 'S'
 ORDER BY d.refobjsubid

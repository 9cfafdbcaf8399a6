SELECT CAST(CAST(d.classid AS pg_catalog.regclass) AS pg_catalog.text) AS catalog, d.objid AS oid
  FROM pg_catalog.pg_depend AS d
 WHERE d.refclassid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_extension' AS pg_catalog.regclass)
   AND d.deptype OPERATOR(pg_catalog.=) 'e'

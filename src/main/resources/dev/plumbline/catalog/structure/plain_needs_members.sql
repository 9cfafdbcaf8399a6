SELECT m.classid, m.objid, m.refobjid
  FROM pg_catalog.pg_depend AS m
 WHERE m.deptype OPERATOR(pg_catalog.=) 'e' AND m.refclassid OPERATOR(pg_catalog.=) 3079

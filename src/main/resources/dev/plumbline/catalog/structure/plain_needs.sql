SELECT d.classid, d.objid, d.objsubid, d.refclassid, d.refobjid, d.refobjsubid,
       CASE WHEN d.deptype OPERATOR(pg_catalog.=) 'P' THEN 'yes' END
  FROM pg_catalog.pg_depend AS d
 WHERE d.deptype OPERATOR(pg_catalog.=) ANY (CAST('{n,a,i,P}' AS pg_catalog."char"[]))
   AND d.objid OPERATOR(pg_catalog.>=) 16384 AND d.refobjid OPERATOR(pg_catalog.>=) 16384
   AND NOT (d.deptype OPERATOR(pg_catalog.=) 'i'
            AND (d.classid OPERATOR(pg_catalog.=) 1247 OR d.classid OPERATOR(pg_catalog.=) 2620 AND d.refclassid OPERATOR(pg_catalog.=) 2606))

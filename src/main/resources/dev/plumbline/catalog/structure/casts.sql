SELECT c.oid, pg_catalog.format('(%s AS %s)', pg_catalog.format_type(c.castsource, NULL), pg_catalog.format_type(c.casttarget, NULL)) AS name,
       CASE c.castmethod WHEN 'i' THEN 'WITH INOUT' WHEN 'b' THEN 'WITHOUT FUNCTION'
            ELSE pg_catalog.concat('WITH FUNCTION ', CAST(CAST(c.castfunc AS pg_catalog.regprocedure) AS pg_catalog.text)) END AS method,
       CASE c.castcontext WHEN 'a' THEN 'AS ASSIGNMENT' WHEN 'i' THEN 'AS IMPLICIT' END AS context
  FROM pg_catalog.pg_cast AS c
 WHERE c.oid OPERATOR(pg_catalog.>=) 16384
   AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend AS d
                    WHERE d.classid OPERATOR(pg_catalog.=) c.tableoid AND d.objid OPERATOR(pg_catalog.=) c.oid AND d.deptype OPERATOR(pg_catalog.=) 'i')

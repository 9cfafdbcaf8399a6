SELECT 1247 AS class, t.oid AS object, 1259 AS catalog, CAST(t.typrelid AS pg_catalog.oid) AS oid, 0 AS sub
  FROM pg_catalog.pg_type AS t JOIN pg_catalog.pg_class AS c ON c.oid OPERATOR(pg_catalog.=) t.typrelid
 WHERE c.relkind OPERATOR(pg_catalog.<>) 'c' AND t.oid OPERATOR(pg_catalog.>=) 16384
   AND t.oid IN (SELECT d.refobjid FROM pg_catalog.pg_depend AS d WHERE d.refclassid OPERATOR(pg_catalog.=) 1247 AND d.deptype OPERATOR(pg_catalog.<>) 'i')
UNION ALL
SELECT 1247, e.typarray,
       CASE WHEN c.oid IS NULL OR c.relkind OPERATOR(pg_catalog.=) 'c' THEN 1247 ELSE 1259 END,
       CASE WHEN c.oid IS NULL OR c.relkind OPERATOR(pg_catalog.=) 'c' THEN e.oid ELSE c.oid END, 0
  FROM pg_catalog.pg_type AS e LEFT JOIN pg_catalog.pg_class AS c ON c.oid OPERATOR(pg_catalog.=) e.typrelid
 WHERE e.typarray OPERATOR(pg_catalog.<>) 0 AND e.oid OPERATOR(pg_catalog.>=) 16384
   AND e.typarray IN (SELECT d.refobjid FROM pg_catalog.pg_depend AS d WHERE d.refclassid OPERATOR(pg_catalog.=) 1247 AND d.deptype OPERATOR(pg_catalog.<>) 'i')
UNION ALL
SELECT 1259, c.oid, 1247, c.reltype, 0
  FROM pg_catalog.pg_class AS c WHERE c.relkind OPERATOR(pg_catalog.=) 'c'
UNION ALL
SELECT o.classid, o.objid, o.refclassid, o.refobjid, o.refobjsubid
  FROM pg_catalog.pg_depend AS o JOIN pg_catalog.pg_sequence AS q ON q.seqrelid OPERATOR(pg_catalog.=) o.objid
 WHERE o.deptype OPERATOR(pg_catalog.=) 'i' AND o.classid OPERATOR(pg_catalog.=) 1259 AND o.refclassid OPERATOR(pg_catalog.=) o.classid
UNION ALL
SELECT 2618, r.oid, 1259, r.ev_class, 0
  FROM pg_catalog.pg_rewrite AS r WHERE r.rulename OPERATOR(pg_catalog.=) '_RETURN' AND r.oid OPERATOR(pg_catalog.>=) 16384
UNION ALL
SELECT 6106, p.oid, 6104, p.prpubid, 0
  FROM pg_catalog.pg_publication_rel AS p

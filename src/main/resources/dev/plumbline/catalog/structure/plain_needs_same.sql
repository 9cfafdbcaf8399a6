SELECT 1247 AS class, t.oid AS object,
       CASE WHEN c.oid IS NULL OR c.relkind OPERATOR(pg_catalog.=) 'c' THEN 1247 ELSE 1259 END AS catalog,
       CASE WHEN c.oid IS NULL OR c.relkind OPERATOR(pg_catalog.=) 'c' THEN COALESCE(e.oid, t.oid) ELSE c.oid END AS oid, 0 AS sub
  FROM (SELECT DISTINCT d.refobjid AS oid FROM pg_catalog.pg_depend AS d
         WHERE d.refclassid OPERATOR(pg_catalog.=) 1247 AND d.refobjid OPERATOR(pg_catalog.>=) 16384 AND d.deptype OPERATOR(pg_catalog.<>) 'i') AS used
  JOIN pg_catalog.pg_type AS t ON t.oid OPERATOR(pg_catalog.=) used.oid
  LEFT JOIN pg_catalog.pg_type AS e ON t.typelem OPERATOR(pg_catalog.<>) 0 AND e.oid OPERATOR(pg_catalog.=) t.typelem AND e.typarray OPERATOR(pg_catalog.=) t.oid
  LEFT JOIN pg_catalog.pg_class AS c ON c.oid OPERATOR(pg_catalog.=) COALESCE(e.typrelid, t.typrelid)
UNION ALL
SELECT 1259, c.oid, 1247, c.reltype, 0
  FROM pg_catalog.pg_class AS c
 WHERE c.relkind OPERATOR(pg_catalog.=) 'c' AND c.reltablespace OPERATOR(pg_catalog.=) 0 AND c.relfilenode OPERATOR(pg_catalog.=) 0
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

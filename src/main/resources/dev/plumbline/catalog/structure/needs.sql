WITH same (class, object, catalog, oid, sub) AS (
    SELECT CAST(CAST('pg_catalog.pg_attrdef' AS pg_catalog.regclass) AS pg_catalog.oid), d.oid, CAST(CAST('pg_catalog.pg_attrdef' AS pg_catalog.regclass) AS pg_catalog.oid), d.adrelid, CAST(d.adnum AS pg_catalog.int4)
      FROM pg_catalog.pg_attrdef AS d
    UNION ALL
    SELECT CAST('pg_catalog.pg_type' AS pg_catalog.regclass), t.oid, CAST(CAST('pg_catalog.pg_class' AS pg_catalog.regclass) AS pg_catalog.oid), t.typrelid, 0
      FROM pg_catalog.pg_type AS t JOIN pg_catalog.pg_class AS c ON c.oid OPERATOR(pg_catalog.=) t.typrelid
     WHERE c.relkind OPERATOR(pg_catalog.<>) 'c'
    UNION ALL
    SELECT CAST('pg_catalog.pg_type' AS pg_catalog.regclass), e.typarray,
           CASE WHEN c.oid IS NULL OR c.relkind OPERATOR(pg_catalog.=) 'c' THEN CAST(CAST('pg_catalog.pg_type' AS pg_catalog.regclass) AS pg_catalog.oid) ELSE CAST(CAST('pg_catalog.pg_class' AS pg_catalog.regclass) AS pg_catalog.oid) END,
           CASE WHEN c.oid IS NULL OR c.relkind OPERATOR(pg_catalog.=) 'c' THEN e.oid ELSE c.oid END, 0
      FROM pg_catalog.pg_type AS e LEFT JOIN pg_catalog.pg_class AS c ON c.oid OPERATOR(pg_catalog.=) e.typrelid
     WHERE e.typarray OPERATOR(pg_catalog.<>) 0
    UNION ALL
    SELECT CAST('pg_catalog.pg_class' AS pg_catalog.regclass), c.oid, CAST(CAST('pg_catalog.pg_type' AS pg_catalog.regclass) AS pg_catalog.oid), c.reltype, 0
      FROM pg_catalog.pg_class AS c WHERE c.relkind OPERATOR(pg_catalog.=) 'c'
    UNION ALL
    SELECT CAST('pg_catalog.pg_class' AS pg_catalog.regclass), k.conindid, CAST(CAST('pg_catalog.pg_constraint' AS pg_catalog.regclass) AS pg_catalog.oid), k.oid, 0
      FROM pg_catalog.pg_constraint AS k JOIN pg_catalog.pg_index AS i ON i.indexrelid OPERATOR(pg_catalog.=) k.conindid
     WHERE k.contype OPERATOR(pg_catalog.=) ANY (CAST('{p,u,x}' AS pg_catalog."char"[])) AND k.conrelid OPERATOR(pg_catalog.=) i.indrelid
    UNION ALL
    SELECT o.classid, o.objid, CAST(CAST('pg_catalog.pg_class' AS pg_catalog.regclass) AS pg_catalog.oid), o.refobjid, o.refobjsubid
      FROM pg_catalog.pg_depend AS o JOIN pg_catalog.pg_sequence AS q ON q.seqrelid OPERATOR(pg_catalog.=) o.objid
     WHERE o.deptype OPERATOR(pg_catalog.=) 'i' AND o.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_class' AS pg_catalog.regclass)
       AND o.refclassid OPERATOR(pg_catalog.=) o.classid
    UNION ALL
    SELECT CAST('pg_catalog.pg_rewrite' AS pg_catalog.regclass), r.oid, CAST(CAST('pg_catalog.pg_class' AS pg_catalog.regclass) AS pg_catalog.oid), r.ev_class, 0
      FROM pg_catalog.pg_rewrite AS r WHERE r.rulename OPERATOR(pg_catalog.=) '_RETURN'
    UNION ALL
    SELECT CAST('pg_catalog.pg_publication_rel' AS pg_catalog.regclass), p.oid, CAST(CAST('pg_catalog.pg_publication' AS pg_catalog.regclass) AS pg_catalog.oid), p.prpubid, 0
      FROM pg_catalog.pg_publication_rel AS p
), member (class, object, extension) AS (
    SELECT m.classid, m.objid, m.refobjid
      FROM pg_catalog.pg_depend AS m
     WHERE m.deptype OPERATOR(pg_catalog.=) 'e' AND m.refclassid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_extension' AS pg_catalog.regclass)
)
SELECT COALESCE(o.catalog, d.classid) AS catalog,
       COALESCE(o.oid, d.objid) AS oid, COALESCE(o.sub, d.objsubid) AS sub,
       CASE WHEN m.extension IS NOT NULL THEN CAST(CAST('pg_catalog.pg_extension' AS pg_catalog.regclass) AS pg_catalog.oid)
            ELSE COALESCE(r.catalog, d.refclassid) END AS on_catalog,
       COALESCE(m.extension, r.oid, d.refobjid) AS on_oid,
       CASE WHEN m.extension IS NOT NULL THEN 0 ELSE COALESCE(r.sub, d.refobjsubid) END AS on_sub,
       CASE WHEN d.deptype OPERATOR(pg_catalog.=) 'P' THEN 'yes' END AS of_partition
  FROM pg_catalog.pg_depend AS d
  LEFT JOIN same AS o ON o.class OPERATOR(pg_catalog.=) d.classid AND o.object OPERATOR(pg_catalog.=) d.objid
  LEFT JOIN same AS r ON r.class OPERATOR(pg_catalog.=) d.refclassid AND r.object OPERATOR(pg_catalog.=) d.refobjid
  LEFT JOIN member AS m ON m.class OPERATOR(pg_catalog.=) d.refclassid AND m.object OPERATOR(pg_catalog.=) d.refobjid
 WHERE d.deptype OPERATOR(pg_catalog.=) ANY (CAST('{n,a,i,P}' AS pg_catalog."char"[]))
   AND d.objid OPERATOR(pg_catalog.>=) 16384 AND d.refobjid OPERATOR(pg_catalog.>=) 16384

SELECT pg_catalog.array_agg(d.classid), pg_catalog.array_agg(d.objid), pg_catalog.array_agg(d.objsubid),
       pg_catalog.array_agg(d.refclassid), pg_catalog.array_agg(d.refobjid), pg_catalog.array_agg(d.refobjsubid),
       pg_catalog.array_agg(CASE WHEN d.deptype OPERATOR(pg_catalog.=) 'P' THEN 1 ELSE 0 END)
  FROM pg_catalog.pg_depend AS d
 WHERE d.objid OPERATOR(pg_catalog.>=) 16384 AND d.refobjid OPERATOR(pg_catalog.>=) 16384
   AND d.deptype OPERATOR(pg_catalog.<>) 'S' AND d.deptype OPERATOR(pg_catalog.<>) 'e' AND d.deptype OPERATOR(pg_catalog.<>) 'x'
   AND CASE d.classid
       WHEN 1247 THEN d.deptype OPERATOR(pg_catalog.<>) 'i'
       WHEN 1259 THEN
           CASE d.refclassid
           WHEN 1259 THEN
               CASE d.deptype
               WHEN 'a' THEN d.refobjsubid OPERATOR(pg_catalog.=) 0 OR d.objsubid OPERATOR(pg_catalog.<>) 0
                             OR d.objid IN (SELECT q.seqrelid FROM pg_catalog.pg_sequence AS q
                                            UNION ALL
                                            SELECT i.indexrelid FROM pg_catalog.pg_index AS i WHERE i.indexprs IS NOT NULL OR i.indpred IS NOT NULL)
               WHEN 'i' THEN d.refobjsubid OPERATOR(pg_catalog.<>) 0 OR d.objsubid OPERATOR(pg_catalog.<>) 0
               ELSE true END
           WHEN 2606 THEN d.deptype OPERATOR(pg_catalog.<>) 'i'
           WHEN 2615 THEN d.objid IN (SELECT q.seqrelid FROM pg_catalog.pg_sequence AS q)
           ELSE true END
       WHEN 2604 THEN d.refclassid OPERATOR(pg_catalog.<>) 1259 OR d.deptype OPERATOR(pg_catalog.=) 'n'
       WHEN 2606 THEN d.refclassid OPERATOR(pg_catalog.<>) 1259 OR d.deptype OPERATOR(pg_catalog.<>) 'a' OR d.refobjsubid OPERATOR(pg_catalog.=) 0
                      OR d.objid IN (SELECT k.oid FROM pg_catalog.pg_constraint AS k JOIN pg_catalog.pg_index AS i ON i.indexrelid OPERATOR(pg_catalog.=) k.conindid
                                      WHERE i.indnatts OPERATOR(pg_catalog.<>) i.indnkeyatts)
       WHEN 2620 THEN d.deptype OPERATOR(pg_catalog.<>) 'i' OR d.refclassid OPERATOR(pg_catalog.<>) 2606
       ELSE true END

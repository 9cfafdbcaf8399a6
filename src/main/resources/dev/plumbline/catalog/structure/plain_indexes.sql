SELECT i.indexrelid, i.indrelid, x.relname, CASE WHEN i.indisunique THEN 'UNIQUE ' END, i.indkey, i.indoption,
       CASE WHEN NOT i.indisvalid THEN 'yes' END,
       CASE WHEN NOT i.indisready THEN 'yes' END,
       CASE WHEN i.indisclustered THEN 'yes' END,
       s.spcname,
       CASE WHEN x.relispartition THEN 'yes' END,
       CASE WHEN i.indexprs IS NULL AND i.indpred IS NULL AND i.indnatts OPERATOR(pg_catalog.=) i.indnkeyatts
                 AND x.relkind OPERATOR(pg_catalog.=) 'i' AND x.relam OPERATOR(pg_catalog.=) 403 AND x.reloptions IS NULL
                 AND i.indrelid NOT IN (SELECT r.ev_class FROM pg_catalog.pg_rewrite AS r)
                 AND NOT (i.indisunique AND (SELECT indnullsnotdistinct FROM (SELECT i.*) AS newer))
                 AND ((CAST(i.indclass AS pg_catalog.oid[]) OPERATOR(pg_catalog.<@) sure.classes
                       AND CAST(i.indcollation AS pg_catalog.oid[]) OPERATOR(pg_catalog.<@) CAST('{0,100}' AS pg_catalog.oid[])) IS TRUE
                      OR NOT EXISTS (
                     SELECT 1 FROM pg_catalog.pg_attribute AS a
                      WHERE a.attrelid OPERATOR(pg_catalog.=) i.indexrelid
                        AND (a.attcollation OPERATOR(pg_catalog.<>) ALL (CAST('{0,100}' AS pg_catalog.oid[]))
                             OR (a.atttypid, i.indclass[a.attnum OPERATOR(pg_catalog.-) 1]) NOT IN (
                                 SELECT o.opcintype, o.oid FROM pg_catalog.pg_opclass AS o
                                  WHERE o.opcmethod OPERATOR(pg_catalog.=) 403 AND o.opcdefault AND o.oid OPERATOR(pg_catalog.<) 16384
                                 UNION ALL
                                 SELECT 1043, o.oid FROM pg_catalog.pg_opclass AS o
                                  WHERE o.opcmethod OPERATOR(pg_catalog.=) 403 AND o.opcdefault AND o.opcintype OPERATOR(pg_catalog.=) 25
                                    AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_opclass AS m
                                                      JOIN pg_catalog.pg_type AS t ON t.oid OPERATOR(pg_catalog.=) m.opcintype
                                                     WHERE m.opcmethod OPERATOR(pg_catalog.=) 403 AND m.opcdefault AND m.oid OPERATOR(pg_catalog.>=) 16384
                                                       AND (t.oid OPERATOR(pg_catalog.=) 1043 OR t.typispreferred))))))
            THEN NULL ELSE pg_catalog.pg_get_indexdef(i.indexrelid) END
  FROM pg_catalog.pg_index AS i
  JOIN pg_catalog.pg_class AS x ON x.oid OPERATOR(pg_catalog.=) i.indexrelid
  LEFT JOIN pg_catalog.pg_tablespace AS s ON s.oid OPERATOR(pg_catalog.=) x.reltablespace
 CROSS JOIN (SELECT false AS indnullsnotdistinct) AS older
 CROSS JOIN (SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend AS d
                                           WHERE d.refclassid OPERATOR(pg_catalog.=) 1247
                                             AND d.refobjid OPERATOR(pg_catalog.=) ANY (ARRAY(SELECT t.oid FROM pg_catalog.pg_type AS t WHERE t.typtype OPERATOR(pg_catalog.=) 'd'))
                                             AND d.classid OPERATOR(pg_catalog.=) 1259 AND d.objid OPERATOR(pg_catalog.>=) 16384)
                          AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_opclass AS o WHERE o.oid OPERATOR(pg_catalog.>=) 16384 AND o.opcmethod OPERATOR(pg_catalog.=) 403)
                          AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_cast AS c WHERE c.oid OPERATOR(pg_catalog.>=) 16384 AND c.castmethod OPERATOR(pg_catalog.=) 'b')
                    THEN ARRAY(SELECT o.oid FROM pg_catalog.pg_opclass AS o
                                WHERE o.oid OPERATOR(pg_catalog.<) 16384 AND o.opcmethod OPERATOR(pg_catalog.=) 403 AND o.opcdefault
                                  AND o.opcintype OPERATOR(pg_catalog.=) ANY (CAST('{16,20,21,23,25,701,1082,1114,1184,1700,2950}' AS pg_catalog.oid[])))
                    END AS classes) AS sure
 WHERE i.indexrelid OPERATOR(pg_catalog.>=) 16384 AND NOT i.indisprimary

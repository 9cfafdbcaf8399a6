SELECT k.oid, k.conname, k.contype, k.conrelid, k.contypid, k.conkey, k.confrelid, k.confkey, k.confupdtype, k.confdeltype, k.conindid,
       CASE WHEN NOT k.conislocal OR k.conparentid OPERATOR(pg_catalog.<>) 0 THEN 'yes' END,
       CASE WHEN k.contype OPERATOR(pg_catalog.=) ANY (CAST('{p,f}' AS pg_catalog."char"[]))
                 AND NOT k.condeferrable AND NOT k.condeferred AND k.convalidated AND k.conexclop IS NULL
                 AND (k.contype OPERATOR(pg_catalog.=) 'p' OR k.confmatchtype OPERATOR(pg_catalog.=) 's'
                      AND k.confdeltype OPERATOR(pg_catalog.=) ANY (CAST('{a,c,r}' AS pg_catalog."char"[])))
                 AND k.conindid NOT IN (
                     SELECT i.indexrelid FROM pg_catalog.pg_index AS i WHERE i.indisprimary AND i.indnatts OPERATOR(pg_catalog.<>) i.indnkeyatts
                     UNION ALL SELECT x.conindid FROM pg_catalog.pg_constraint AS x WHERE x.conexclop IS NOT NULL)
            THEN NULL
            WHEN k.contype OPERATOR(pg_catalog.=) 'c' AND k.conrelid OPERATOR(pg_catalog.<>) 0 AND pg_catalog.cardinality(k.conkey) OPERATOR(pg_catalog.=) 1
                 AND pg_catalog.strpos(CAST(k.conbin AS pg_catalog.text), ':varattno 0') OPERATOR(pg_catalog.=) 0
            THEN NULL
            ELSE pg_catalog.pg_get_constraintdef(k.oid) END
  FROM pg_catalog.pg_constraint AS k
 WHERE k.oid OPERATOR(pg_catalog.>=) 16384 AND k.contype OPERATOR(pg_catalog.=) ANY (CAST('{p,u,c,f,x}' AS pg_catalog."char"[]))
   AND (k.conparentid OPERATOR(pg_catalog.=) 0
        OR NOT EXISTS (SELECT 1 FROM pg_catalog.pg_constraint AS w
                        WHERE w.oid OPERATOR(pg_catalog.=) k.conparentid AND w.conrelid OPERATOR(pg_catalog.=) k.conrelid))

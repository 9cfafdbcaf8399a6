SELECT found.shared, found.catalog, found.type, found.kind, found.identity
  FROM (SELECT d.dbid OPERATOR(pg_catalog.=) 0 AS shared,
               d.classid AS catalog,
               d.deptype AS type,
               object.type AS kind,
               object.identity AS identity
          FROM pg_catalog.pg_shdepend AS d
         CROSS JOIN LATERAL pg_catalog.pg_identify_object(d.classid, d.objid, d.objsubid) AS object
         WHERE d.refclassid OPERATOR(pg_catalog.=) 1260
           AND d.refobjid OPERATOR(pg_catalog.=) CAST(? AS pg_catalog.oid)
           AND (d.dbid OPERATOR(pg_catalog.=) 0
                OR d.dbid OPERATOR(pg_catalog.=) (
                       SELECT here.oid FROM pg_catalog.pg_database AS here
                        WHERE here.datname OPERATOR(pg_catalog.=) pg_catalog.current_database()))
         LIMIT 10000) AS found
 ORDER BY found.kind COLLATE pg_catalog."C", found.identity COLLATE pg_catalog."C", found.type

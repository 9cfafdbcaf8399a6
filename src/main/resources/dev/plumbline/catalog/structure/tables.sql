SELECT c.oid, n.nspname AS schema, c.relname AS name,
       CASE WHEN c.relkind OPERATOR(pg_catalog.=) 'f' THEN 'FOREIGN_TABLE' ELSE 'TABLE' END AS kind,
       CASE WHEN c.relpersistence OPERATOR(pg_catalog.=) 'u' THEN 'yes' END AS unlogged,
       CASE WHEN c.relkind OPERATOR(pg_catalog.=) 'p' THEN pg_catalog.pg_get_partkeydef(c.oid) END AS partition_by,
       pg_catalog.pg_get_expr(c.relpartbound, c.oid) AS partition_bound,
       h.parents AS inherits,
       CASE WHEN c.relrowsecurity THEN 'yes' END AS row_security,
       CASE WHEN c.relforcerowsecurity THEN 'yes' END AS forced_row_security,
       CASE CASE WHEN c.relkind OPERATOR(pg_catalog.<>) 'f' THEN c.relreplident END WHEN 'f' THEN 'full' WHEN 'n' THEN 'nothing'
            WHEN 'i' THEN (SELECT x.relname FROM pg_catalog.pg_index AS ri
                             JOIN pg_catalog.pg_class AS x ON x.oid OPERATOR(pg_catalog.=) ri.indexrelid
                            WHERE ri.indrelid OPERATOR(pg_catalog.=) c.oid AND ri.indisreplident) END AS replica_identity,
       CAST(c.reloptions AS pg_catalog.text) AS options,
       CASE WHEN a.amname OPERATOR(pg_catalog.<>) 'heap' THEN a.amname END AS access_method,
       s.spcname AS tablespace,
       CASE WHEN c.reloftype OPERATOR(pg_catalog.<>) 0 THEN pg_catalog.format_type(c.reloftype, NULL) END AS of_type,
       fs.srvname AS server,
       CAST(f.ftoptions AS pg_catalog.text) AS foreign_options
  FROM pg_catalog.pg_class AS c
  JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
  LEFT JOIN (SELECT i.inhrelid, pg_catalog.string_agg(pg_catalog.format('%I.%I', pn.nspname, p.relname), ', ' ORDER BY i.inhseqno) AS parents
               FROM pg_catalog.pg_inherits AS i
               JOIN pg_catalog.pg_class AS p ON p.oid OPERATOR(pg_catalog.=) i.inhparent
               JOIN pg_catalog.pg_namespace AS pn ON pn.oid OPERATOR(pg_catalog.=) p.relnamespace
              GROUP BY i.inhrelid) AS h ON h.inhrelid OPERATOR(pg_catalog.=) c.oid
  LEFT JOIN pg_catalog.pg_am AS a ON a.oid OPERATOR(pg_catalog.=) c.relam
  LEFT JOIN pg_catalog.pg_tablespace AS s ON s.oid OPERATOR(pg_catalog.=) c.reltablespace
  LEFT JOIN pg_catalog.pg_foreign_table AS f ON f.ftrelid OPERATOR(pg_catalog.=) c.oid
  LEFT JOIN pg_catalog.pg_foreign_server AS fs ON fs.oid OPERATOR(pg_catalog.=) f.ftserver
 WHERE c.relkind OPERATOR(pg_catalog.=) ANY (CAST('{r,p,f}' AS pg_catalog."char"[]))
   AND c.relpersistence OPERATOR(pg_catalog.<>) 't'
   AND n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND n.nspname OPERATOR(pg_catalog.<>) 'information_schema'

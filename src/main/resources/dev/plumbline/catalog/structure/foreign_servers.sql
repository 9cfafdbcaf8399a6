SELECT s.oid, s.srvname AS name, w.fdwname AS wrapper, s.srvtype AS type, s.srvversion AS version,
       CASE WHEN s.srvoptions IS NOT NULL
            THEN CAST(ARRAY(SELECT CASE WHEN pg_catalog.split_part(o.option, '=', 1) OPERATOR(pg_catalog.~*) 'pass|secret|token|credential'
                                        THEN pg_catalog.concat(pg_catalog.split_part(o.option, '=', 1), '=***') ELSE o.option END
                              FROM pg_catalog.unnest(s.srvoptions) WITH ORDINALITY AS o (option, place) ORDER BY o.place) AS pg_catalog.text) END AS foreign_options
  FROM pg_catalog.pg_foreign_server AS s
  JOIN pg_catalog.pg_foreign_data_wrapper AS w ON w.oid OPERATOR(pg_catalog.=) s.srvfdw

SELECT c.oid, n.nspname AS schema, c.cfgname AS name,
       pg_catalog.format('%I.%I', pn.nspname, p.prsname) AS parser,
       (SELECT pg_catalog.string_agg(pg_catalog.concat(m.token, ' ', m.dictionaries), E'\n' ORDER BY m.token)
          FROM (SELECT t.alias AS token, pg_catalog.string_agg(pg_catalog.format('%I.%I', dn.nspname, d.dictname), ', ' ORDER BY x.mapseqno) AS dictionaries
                  FROM pg_catalog.pg_ts_config_map AS x
                  JOIN pg_catalog.pg_ts_dict AS d ON d.oid OPERATOR(pg_catalog.=) x.mapdict
                  JOIN pg_catalog.pg_namespace AS dn ON dn.oid OPERATOR(pg_catalog.=) d.dictnamespace
                  JOIN pg_catalog.ts_token_type(c.cfgparser) AS t ON t.tokid OPERATOR(pg_catalog.=) x.maptokentype
                 WHERE x.mapcfg OPERATOR(pg_catalog.=) c.oid
                 GROUP BY t.alias) AS m) AS mappings
  FROM pg_catalog.pg_ts_config AS c
  JOIN pg_catalog.pg_ts_parser AS p ON p.oid OPERATOR(pg_catalog.=) c.cfgparser
  JOIN pg_catalog.pg_namespace AS pn ON pn.oid OPERATOR(pg_catalog.=) p.prsnamespace
  JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.cfgnamespace
 WHERE n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND n.nspname OPERATOR(pg_catalog.<>) 'information_schema'

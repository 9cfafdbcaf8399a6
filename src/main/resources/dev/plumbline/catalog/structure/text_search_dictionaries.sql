SELECT d.oid, n.nspname AS schema, d.dictname AS name,
       pg_catalog.format('%I.%I', tn.nspname, t.tmplname) AS template, d.dictinitoption AS options
  FROM pg_catalog.pg_ts_dict AS d
  JOIN pg_catalog.pg_ts_template AS t ON t.oid OPERATOR(pg_catalog.=) d.dicttemplate
  JOIN pg_catalog.pg_namespace AS tn ON tn.oid OPERATOR(pg_catalog.=) t.tmplnamespace
  JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) d.dictnamespace
 WHERE n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND n.nspname OPERATOR(pg_catalog.<>) 'information_schema'

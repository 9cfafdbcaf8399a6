SELECT o.oid, n.nspname AS schema,
       pg_catalog.concat(o.oprname, '(', t.operands, ')') AS name,
       pg_catalog.format('%I.%s(%s)', n.nspname, o.oprname, t.operands) AS identity,
       pg_catalog.concat_ws(', ',
           pg_catalog.format('FUNCTION = %s', CAST(o.oprcode AS pg_catalog.text)),
           CASE WHEN o.oprleft OPERATOR(pg_catalog.<>) 0 THEN pg_catalog.format('LEFTARG = %s', pg_catalog.format_type(o.oprleft, NULL)) END,
           CASE WHEN o.oprright OPERATOR(pg_catalog.<>) 0 THEN pg_catalog.format('RIGHTARG = %s', pg_catalog.format_type(o.oprright, NULL)) END,
           (SELECT pg_catalog.format('COMMUTATOR = OPERATOR(%I.%s)', cn.nspname, c.oprname)
              FROM pg_catalog.pg_operator AS c
              JOIN pg_catalog.pg_namespace AS cn ON cn.oid OPERATOR(pg_catalog.=) c.oprnamespace
             WHERE c.oid OPERATOR(pg_catalog.=) o.oprcom),
           (SELECT pg_catalog.format('NEGATOR = OPERATOR(%I.%s)', gn.nspname, g.oprname)
              FROM pg_catalog.pg_operator AS g
              JOIN pg_catalog.pg_namespace AS gn ON gn.oid OPERATOR(pg_catalog.=) g.oprnamespace
             WHERE g.oid OPERATOR(pg_catalog.=) o.oprnegate),
           CASE WHEN o.oprrest OPERATOR(pg_catalog.<>) 0 THEN pg_catalog.format('RESTRICT = %s', CAST(o.oprrest AS pg_catalog.text)) END,
           CASE WHEN o.oprjoin OPERATOR(pg_catalog.<>) 0 THEN pg_catalog.format('JOIN = %s', CAST(o.oprjoin AS pg_catalog.text)) END,
           CASE WHEN o.oprcanhash THEN 'HASHES' END,
           CASE WHEN o.oprcanmerge THEN 'MERGES' END) AS definition
  FROM pg_catalog.pg_operator AS o
  JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) o.oprnamespace
 CROSS JOIN LATERAL (SELECT pg_catalog.concat(CASE WHEN o.oprleft OPERATOR(pg_catalog.=) 0 THEN 'NONE' ELSE pg_catalog.format_type(o.oprleft, NULL) END, ', ',
                                              CASE WHEN o.oprright OPERATOR(pg_catalog.=) 0 THEN 'NONE' ELSE pg_catalog.format_type(o.oprright, NULL) END)) AS t (operands)
 WHERE o.oprcode OPERATOR(pg_catalog.<>) 0
   AND n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND n.nspname OPERATOR(pg_catalog.<>) 'information_schema'

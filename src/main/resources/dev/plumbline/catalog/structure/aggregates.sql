SELECT p.oid, n.nspname AS schema,
       pg_catalog.concat(p.proname, '(', pg_catalog.oidvectortypes(p.proargtypes), ')') AS name,
       pg_catalog.format('%I.%I(%s)', n.nspname, p.proname,
           COALESCE(NULLIF(pg_catalog.pg_get_function_identity_arguments(p.oid), ''), '*')) AS identity,
       COALESCE(NULLIF(pg_catalog.pg_get_function_arguments(p.oid), ''), '*') AS arguments,
       pg_catalog.concat_ws(', ',
           pg_catalog.format('SFUNC = %s', CAST(a.aggtransfn AS pg_catalog.text)),
           pg_catalog.format('STYPE = %s', pg_catalog.format_type(a.aggtranstype, NULL)),
           CASE WHEN a.aggtransspace OPERATOR(pg_catalog.<>) 0 THEN pg_catalog.format('SSPACE = %s', a.aggtransspace) END,
           CASE WHEN a.aggfinalfn OPERATOR(pg_catalog.<>) 0 THEN pg_catalog.format('FINALFUNC = %s', CAST(a.aggfinalfn AS pg_catalog.text)) END,
           CASE WHEN a.aggfinalextra THEN 'FINALFUNC_EXTRA' END,
           CASE WHEN a.aggfinalfn OPERATOR(pg_catalog.<>) 0 AND a.aggfinalmodify OPERATOR(pg_catalog.<>) CASE WHEN a.aggkind OPERATOR(pg_catalog.=) 'n' THEN 'r' ELSE 'w' END
                THEN pg_catalog.format('FINALFUNC_MODIFY = %s', CASE a.aggfinalmodify WHEN 'r' THEN 'READ_ONLY' WHEN 's' THEN 'SHAREABLE' ELSE 'READ_WRITE' END) END,
           CASE WHEN a.aggcombinefn OPERATOR(pg_catalog.<>) 0 THEN pg_catalog.format('COMBINEFUNC = %s', CAST(a.aggcombinefn AS pg_catalog.text)) END,
           CASE WHEN a.aggserialfn OPERATOR(pg_catalog.<>) 0 THEN pg_catalog.format('SERIALFUNC = %s', CAST(a.aggserialfn AS pg_catalog.text)) END,
           CASE WHEN a.aggdeserialfn OPERATOR(pg_catalog.<>) 0 THEN pg_catalog.format('DESERIALFUNC = %s', CAST(a.aggdeserialfn AS pg_catalog.text)) END,
           CASE WHEN a.agginitval IS NOT NULL THEN pg_catalog.format('INITCOND = %L', a.agginitval) END,
           CASE WHEN a.aggmtransfn OPERATOR(pg_catalog.<>) 0 THEN pg_catalog.format('MSFUNC = %s', CAST(a.aggmtransfn AS pg_catalog.text)) END,
           CASE WHEN a.aggminvtransfn OPERATOR(pg_catalog.<>) 0 THEN pg_catalog.format('MINVFUNC = %s', CAST(a.aggminvtransfn AS pg_catalog.text)) END,
           CASE WHEN a.aggmtranstype OPERATOR(pg_catalog.<>) 0 THEN pg_catalog.format('MSTYPE = %s', pg_catalog.format_type(a.aggmtranstype, NULL)) END,
           CASE WHEN a.aggmtransspace OPERATOR(pg_catalog.<>) 0 THEN pg_catalog.format('MSSPACE = %s', a.aggmtransspace) END,
           CASE WHEN a.aggmfinalfn OPERATOR(pg_catalog.<>) 0 THEN pg_catalog.format('MFINALFUNC = %s', CAST(a.aggmfinalfn AS pg_catalog.text)) END,
           CASE WHEN a.aggmfinalextra THEN 'MFINALFUNC_EXTRA' END,
           CASE WHEN a.aggmfinalfn OPERATOR(pg_catalog.<>) 0 AND a.aggmfinalmodify OPERATOR(pg_catalog.<>) CASE WHEN a.aggkind OPERATOR(pg_catalog.=) 'n' THEN 'r' ELSE 'w' END
                THEN pg_catalog.format('MFINALFUNC_MODIFY = %s', CASE a.aggmfinalmodify WHEN 'r' THEN 'READ_ONLY' WHEN 's' THEN 'SHAREABLE' ELSE 'READ_WRITE' END) END,
           CASE WHEN a.aggminitval IS NOT NULL THEN pg_catalog.format('MINITCOND = %L', a.aggminitval) END,
           CASE WHEN a.aggsortop OPERATOR(pg_catalog.<>) 0
                THEN (SELECT pg_catalog.format('SORTOP = OPERATOR(%I.%s)', ns.nspname, o.oprname)
                        FROM pg_catalog.pg_operator AS o
                        JOIN pg_catalog.pg_namespace AS ns ON ns.oid OPERATOR(pg_catalog.=) o.oprnamespace
                       WHERE o.oid OPERATOR(pg_catalog.=) a.aggsortop) END,
           CASE p.proparallel WHEN 's' THEN 'PARALLEL = SAFE' WHEN 'r' THEN 'PARALLEL = RESTRICTED' END,
           CASE WHEN a.aggkind OPERATOR(pg_catalog.=) 'h' THEN 'HYPOTHETICAL' END) AS definition
  FROM pg_catalog.pg_aggregate AS a
  JOIN pg_catalog.pg_proc AS p ON p.oid OPERATOR(pg_catalog.=) CAST(a.aggfnoid AS pg_catalog.oid)
  JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) p.pronamespace
 WHERE n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND n.nspname OPERATOR(pg_catalog.<>) 'information_schema'

SELECT CASE WHEN c.relkind OPERATOR(pg_catalog.=) 'c' THEN c.reltype ELSE c.oid END AS oid,
       c.relnamespace AS schema,
       c.relname AS name,
       c.relkind AS detail,
       c.relowner AS owner,
       CAST(c.relacl AS pg_catalog.text) AS acl,
       digit_marks(c.relacl) AS acl_marks,
       c.relrowsecurity AS row_security,
       c.relforcerowsecurity AS forced_row_security,
       CASE WHEN c.relkind OPERATOR(pg_catalog.=) 'v' THEN CAST(c.reloptions AS pg_catalog.text) END AS view_options,
       CASE WHEN c.relispartition
            THEN (SELECT i.inhparent FROM pg_catalog.pg_inherits AS i
                   WHERE i.inhrelid OPERATOR(pg_catalog.=) c.oid LIMIT 1) END AS partition_of,
       CASE WHEN c.relkind OPERATOR(pg_catalog.=) 'S'
            THEN (SELECT d.refobjid FROM pg_catalog.pg_depend AS d
                   WHERE d.classid OPERATOR(pg_catalog.=) 1259
                     AND d.objid OPERATOR(pg_catalog.=) c.oid
                     AND d.refclassid OPERATOR(pg_catalog.=) 1259
                     AND d.refobjsubid OPERATOR(pg_catalog.>) 0
                     AND d.deptype OPERATOR(pg_catalog.=) ANY (CAST('{a,i}' AS pg_catalog."char"[])) LIMIT 1) END AS sequence_of
  FROM pg_catalog.pg_class AS c
 WHERE c.relkind OPERATOR(pg_catalog.=) ANY (CAST('{r,p,v,m,f,S,c}' AS pg_catalog."char"[]))
   AND c.relnamespace OPERATOR(pg_catalog.<>) ALL (ARRAY(
           SELECT hidden.oid FROM pg_catalog.pg_namespace AS hidden
            WHERE hidden.nspname OPERATOR(pg_catalog.~) '^pg_(toast|temp)'
               OR hidden.nspname OPERATOR(pg_catalog.=) ANY (CAST(? AS pg_catalog.name[]))))

SELECT c.oid,
       CASE WHEN c.relkind OPERATOR(pg_catalog.=) 'S' THEN 'S' ELSE 'r' END AS type,
       n.nspname AS schema,
       c.relname AS name,
       pg_catalog.pg_get_userbyid(c.relowner) AS owner,
       CAST(c.relacl AS pg_catalog.text) AS acl,
       acl_marks(c.relacl) AS acl_marks
  FROM pg_catalog.pg_class AS c
  JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
 WHERE c.relkind OPERATOR(pg_catalog.=) ANY (CAST('{r,p,v,m,f,S}' AS pg_catalog."char"[]))
   AND n.nspname OPERATOR(pg_catalog.=) ANY (CAST(? AS pg_catalog.name[]))
   AND pg_catalog.pg_get_userbyid(c.relowner) OPERATOR(pg_catalog.=) ANY (CAST(? AS pg_catalog.name[]))
   AND NOT EXISTS (
           SELECT 1 FROM pg_catalog.pg_depend AS d
            WHERE d.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_class' AS pg_catalog.regclass)
              AND d.objid OPERATOR(pg_catalog.=) c.oid
              AND d.deptype OPERATOR(pg_catalog.=) 'e')
 ORDER BY n.nspname COLLATE pg_catalog."C", c.relname COLLATE pg_catalog."C"

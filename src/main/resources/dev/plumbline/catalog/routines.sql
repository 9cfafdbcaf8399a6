SELECT p.oid,
       n.nspname AS schema,
       p.proname AS name,
       pg_catalog.array_to_string(
           ARRAY(SELECT pg_catalog.format_type(argument.type, NULL)
                   FROM ROWS FROM (pg_catalog.unnest(p.proargtypes)) WITH ORDINALITY AS argument (type, place)
                  ORDER BY argument.place), ', ') COLLATE pg_catalog."C" AS arguments,
       pg_catalog.pg_get_userbyid(p.proowner) AS owner,
       CAST(p.proacl AS pg_catalog.text) AS acl,
       acl_marks(p.proacl) AS acl_marks
  FROM pg_catalog.pg_proc AS p
  JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) p.pronamespace
 WHERE n.nspname OPERATOR(pg_catalog.=) ANY (CAST(? AS pg_catalog.name[]))
   AND pg_catalog.pg_get_userbyid(p.proowner) OPERATOR(pg_catalog.=) ANY (CAST(? AS pg_catalog.name[]))
   AND NOT EXISTS (
           SELECT 1 FROM pg_catalog.pg_depend AS d
            WHERE d.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_proc' AS pg_catalog.regclass)
              AND d.objid OPERATOR(pg_catalog.=) p.oid
              AND d.deptype OPERATOR(pg_catalog.=) 'e')
 ORDER BY n.nspname COLLATE pg_catalog."C", p.proname COLLATE pg_catalog."C", arguments

SELECT n.oid,
       n.nspname AS name,
       pg_catalog.pg_get_userbyid(n.nspowner) AS owner,
       p.grantee,
       p.privilege_type,
       p.is_grantable
  FROM pg_catalog.pg_namespace AS n
  LEFT JOIN information_schema.schema_privileges AS p
         ON p.table_schema = n.nspname AND p.table_catalog = current_database()
 WHERE n.nspname NOT LIKE 'pg_temp_%'
 ORDER BY n.nspname, p.grantee, p.privilege_type

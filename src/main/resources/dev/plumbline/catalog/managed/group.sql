SELECT role.oid AS oid,
       role.rolcanlogin OR role.rolsuper OR role.rolcreaterole OR role.rolcreatedb OR role.rolreplication OR role.rolbypassrls
         OR EXISTS (SELECT 1
                      FROM pg_catalog.pg_auth_members AS membership
                     WHERE membership.member OPERATOR(pg_catalog.=) role.oid) AS powerful,
       pg_catalog.has_database_privilege(role.oid, pg_catalog.current_database(), 'CONNECT') AS connect
  FROM pg_catalog.pg_roles AS role
 WHERE CAST(role.rolname AS pg_catalog.text) OPERATOR(pg_catalog.=) ?

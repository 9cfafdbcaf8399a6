SELECT role.rolname AS role, role.oid AS oid, role.rolcanlogin AS login,
       role.rolsuper OR role.rolcreaterole OR role.rolcreatedb OR role.rolreplication OR role.rolbypassrls AS powerful,
       EXISTS (SELECT 1
                 FROM pg_catalog.pg_auth_members AS membership
                 JOIN pg_catalog.pg_roles AS parent ON parent.oid OPERATOR(pg_catalog.=) membership.roleid
                WHERE membership.member OPERATOR(pg_catalog.=) role.oid
                  AND CAST(parent.rolname AS pg_catalog.text) OPERATOR(pg_catalog.=) ?) AS member,
       (SELECT pg_catalog.count(*)
          FROM pg_catalog.pg_shdepend AS dependency
         WHERE dependency.refclassid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_authid' AS pg_catalog.regclass)
           AND dependency.classid OPERATOR(pg_catalog.<>) CAST('pg_catalog.pg_auth_members' AS pg_catalog.regclass)
           AND dependency.refobjid OPERATOR(pg_catalog.=) role.oid) AS owns,
       (SELECT pg_catalog.count(*)
          FROM pg_catalog.pg_prepared_xacts AS prepared
         WHERE prepared.owner OPERATOR(pg_catalog.=) role.rolname) AS prepared
  FROM pg_catalog.pg_roles AS role
 WHERE pg_catalog.starts_with(CAST(role.rolname AS pg_catalog.text), 'dba_')
   AND pg_catalog.length(CAST(role.rolname AS pg_catalog.text)) OPERATOR(pg_catalog.>) 4
 ORDER BY role.rolname

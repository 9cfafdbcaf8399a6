SELECT role.rolname AS role,
       member.rolname AS member,
       NULL AS grantor,
       m.admin_option AS admin,
       true AS inherit,
       true AS set
  FROM pg_catalog.pg_auth_members AS m
  JOIN pg_catalog.pg_roles AS role ON role.oid = m.roleid
  JOIN pg_catalog.pg_roles AS member ON member.oid = m.member
 ORDER BY role.rolname, member.rolname

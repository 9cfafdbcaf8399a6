SELECT role.rolname AS role,
       member.rolname AS member,
       grantor.rolname AS grantor,
       m.admin_option AS admin,
       member.rolinherit AS inherit,
       true AS set
  FROM pg_catalog.pg_auth_members AS m
  JOIN pg_catalog.pg_roles AS role ON role.oid OPERATOR(pg_catalog.=) m.roleid
  JOIN pg_catalog.pg_roles AS member ON member.oid OPERATOR(pg_catalog.=) m.member
  LEFT JOIN pg_catalog.pg_roles AS grantor ON grantor.oid OPERATOR(pg_catalog.=) m.grantor
 ORDER BY role.rolname COLLATE pg_catalog."C", member.rolname COLLATE pg_catalog."C"

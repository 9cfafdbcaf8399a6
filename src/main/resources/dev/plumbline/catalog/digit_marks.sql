CASE WHEN (SELECT EXISTS (SELECT 1 FROM pg_catalog.pg_roles AS named WHERE named.rolname OPERATOR(pg_catalog.~) '^[0-9]+$')) THEN acl_marks(:acl) END

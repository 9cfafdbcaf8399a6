-- The owner drifted, and the app user left the owner role.
REVOKE db_feature_flags_owner FROM db_feature_flags_app;
ALTER DATABASE feature_flags OWNER TO dbops_admin;

-- The owner drifted to postgres, where the login of the instance can do nothing about it.
SET SESSION AUTHORIZATION db_audit_log_owner;
CREATE TABLE public.entry (id bigint PRIMARY KEY, at timestamptz NOT NULL, who text NOT NULL, what text NOT NULL);
RESET SESSION AUTHORIZATION;
ALTER DATABASE audit_log OWNER TO postgres;

-- The registry's tables after its second migration, and the logins that dba-operator's two versions have.
GRANT pg_read_all_stats TO registry_admin;
SET SESSION AUTHORIZATION registry_admin;
CREATE TABLE public.alembic_version (version_num varchar(32) PRIMARY KEY);
INSERT INTO public.alembic_version VALUES ('b27d9e');
CREATE TABLE public.repository (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL, visibility text NOT NULL DEFAULT 'private');
INSERT INTO public.repository (name, visibility) SELECT 'repository ' || n, CASE WHEN n % 4 = 0 THEN 'public' ELSE 'private' END FROM generate_series(1, 40) AS n;
CREATE ROLE db_registry_rw NOLOGIN;
GRANT CONNECT ON DATABASE registry TO db_registry_rw;
GRANT USAGE ON SCHEMA public TO db_registry_rw;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO db_registry_rw;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO db_registry_rw;
CREATE ROLE dba_a1f03c LOGIN PASSWORD '${password.dba_a1f03c}' IN ROLE db_registry_rw;
CREATE ROLE dba_b27d9e LOGIN PASSWORD '${password.dba_b27d9e}' IN ROLE db_registry_rw;
RESET SESSION AUTHORIZATION;
ANALYZE;

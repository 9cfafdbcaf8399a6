-- The mirror's tables, with data that its next migration would stumble over.
SET SESSION AUTHORIZATION registry_admin;
CREATE TABLE public.alembic_version (version_num varchar(32) PRIMARY KEY);
INSERT INTO public.alembic_version VALUES ('m2');
CREATE TABLE public.manifest (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, digest text, media_type text);
INSERT INTO public.manifest (digest, media_type) SELECT 'sha256:' || n / 2, CASE WHEN n % 10 > 0 THEN 'application/json' END FROM generate_series(1, 4000) AS n;
CREATE ROLE db_registry_mirror_rw NOLOGIN;
GRANT CONNECT ON DATABASE registry_mirror TO db_registry_mirror_rw;
GRANT USAGE ON SCHEMA public TO db_registry_mirror_rw;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO db_registry_mirror_rw;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO db_registry_mirror_rw;
CREATE ROLE dba_m1 LOGIN PASSWORD '${password.dba_m1}' IN ROLE db_registry_mirror_rw;
CREATE ROLE dba_m2 LOGIN PASSWORD '${password.dba_m2}' IN ROLE db_registry_mirror_rw;
RESET SESSION AUTHORIZATION;
ANALYZE;

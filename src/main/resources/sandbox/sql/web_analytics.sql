-- Set up when only forward default privileges existed.
ALTER DEFAULT PRIVILEGES FOR ROLE db_web_analytics_app IN SCHEMA public REVOKE ALL ON TABLES FROM db_web_analytics_owner;
ALTER DEFAULT PRIVILEGES FOR ROLE db_web_analytics_app IN SCHEMA public REVOKE ALL ON SEQUENCES FROM db_web_analytics_owner;
ALTER DEFAULT PRIVILEGES FOR ROLE db_web_analytics_app IN SCHEMA public REVOKE ALL ON FUNCTIONS FROM db_web_analytics_owner;
ALTER DEFAULT PRIVILEGES FOR ROLE db_web_analytics_app IN SCHEMA events REVOKE ALL ON TABLES FROM db_web_analytics_owner;
ALTER DEFAULT PRIVILEGES FOR ROLE db_web_analytics_app IN SCHEMA events REVOKE ALL ON SEQUENCES FROM db_web_analytics_owner;
ALTER DEFAULT PRIVILEGES FOR ROLE db_web_analytics_app IN SCHEMA events REVOKE ALL ON FUNCTIONS FROM db_web_analytics_owner;
ALTER DEFAULT PRIVILEGES FOR ROLE db_web_analytics_app IN SCHEMA rollups REVOKE ALL ON TABLES FROM db_web_analytics_owner;
ALTER DEFAULT PRIVILEGES FOR ROLE db_web_analytics_app IN SCHEMA rollups REVOKE ALL ON SEQUENCES FROM db_web_analytics_owner;
ALTER DEFAULT PRIVILEGES FOR ROLE db_web_analytics_app IN SCHEMA rollups REVOKE ALL ON FUNCTIONS FROM db_web_analytics_owner;
SET SESSION AUTHORIZATION db_web_analytics_app;
CREATE TABLE events.page_view (id bigint PRIMARY KEY, at timestamptz NOT NULL, path text NOT NULL);
RESET SESSION AUTHORIZATION;

-- As a managed server leaves it: cloud_admin made the roles itself, still owns the database, and was refused the default privileges.
ALTER DATABASE purchase_order OWNER TO cloud_admin;
REASSIGN OWNED BY db_purchase_order_owner TO cloud_admin;
DROP OWNED BY db_purchase_order_app;
DROP OWNED BY db_purchase_order_owner;
DROP ROLE db_purchase_order_app, db_purchase_order_owner;
SET SESSION AUTHORIZATION cloud_admin;
CREATE ROLE db_purchase_order_owner NOLOGIN;
CREATE ROLE db_purchase_order_app LOGIN;
GRANT db_purchase_order_owner TO db_purchase_order_app;
CREATE TABLE approval.rule (id bigint PRIMARY KEY, "limit" numeric(12, 2) NOT NULL);
RESET SESSION AUTHORIZATION;

-- Names that need quoting. The owner drifted; rules are missing both ways.
SET SESSION AUTHORIZATION "OrderItems_Owner";
CREATE TABLE "Order Items"."Line Item" (id bigint PRIMARY KEY, "Qty" int NOT NULL);
CREATE TABLE "select"."from" ("where" text PRIMARY KEY);
CREATE TABLE "a""b"."c""d" (id int PRIMARY KEY);
CREATE TABLE "naïve"."Straße" (id int PRIMARY KEY);
RESET SESSION AUTHORIZATION;
ALTER DEFAULT PRIVILEGES FOR ROLE "OrderItems_Owner" IN SCHEMA "a""b" REVOKE ALL ON TABLES FROM "OrderItems_App";
ALTER DEFAULT PRIVILEGES FOR ROLE "OrderItems_Owner" IN SCHEMA "a""b" REVOKE ALL ON SEQUENCES FROM "OrderItems_App";
ALTER DEFAULT PRIVILEGES FOR ROLE "OrderItems_App" IN SCHEMA "Order Items" REVOKE ALL ON TABLES FROM "OrderItems_Owner";
ALTER DATABASE "OrderItems" OWNER TO postgres;

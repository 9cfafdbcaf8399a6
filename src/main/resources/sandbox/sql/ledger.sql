-- Default privileges partly missing.
SET SESSION AUTHORIZATION db_ledger_owner;
CREATE TABLE public.account (id bigint PRIMARY KEY, name text NOT NULL);
CREATE TABLE posting.entry (id bigint PRIMARY KEY, account bigint NOT NULL, amount numeric(18, 2) NOT NULL);
RESET SESSION AUTHORIZATION;
-- Forward, in posting: all three are missing.
ALTER DEFAULT PRIVILEGES FOR ROLE db_ledger_owner IN SCHEMA posting REVOKE ALL ON TABLES FROM db_ledger_app;
ALTER DEFAULT PRIVILEGES FOR ROLE db_ledger_owner IN SCHEMA posting REVOKE ALL ON SEQUENCES FROM db_ledger_app;
ALTER DEFAULT PRIVILEGES FOR ROLE db_ledger_owner IN SCHEMA posting REVOKE ALL ON FUNCTIONS FROM db_ledger_app;
-- Reverse, in reporting: tables and functions are missing, and sequences lack USAGE.
ALTER DEFAULT PRIVILEGES FOR ROLE db_ledger_app IN SCHEMA reporting REVOKE ALL ON TABLES FROM db_ledger_owner;
ALTER DEFAULT PRIVILEGES FOR ROLE db_ledger_app IN SCHEMA reporting REVOKE ALL ON FUNCTIONS FROM db_ledger_owner;
ALTER DEFAULT PRIVILEGES FOR ROLE db_ledger_app IN SCHEMA reporting REVOKE USAGE ON SEQUENCES FROM db_ledger_owner;
-- One grant that nobody declared.
ALTER DEFAULT PRIVILEGES FOR ROLE db_ledger_owner IN SCHEMA public GRANT TRUNCATE ON TABLES TO db_ledger_app;
-- In archive the forward rule for tables stands for postgres instead of the owner role: it never fires for the owner's tables.
ALTER DEFAULT PRIVILEGES FOR ROLE db_ledger_owner IN SCHEMA archive REVOKE ALL ON TABLES FROM db_ledger_app;
ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA archive
    GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO db_ledger_app;

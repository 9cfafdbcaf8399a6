-- The app user reaches the owner role through another role.
CREATE ROLE team_ledger_rw NOLOGIN;
REVOKE db_reconciliation_owner FROM db_reconciliation_app;
GRANT db_reconciliation_owner TO team_ledger_rw;
GRANT team_ledger_rw TO db_reconciliation_app;

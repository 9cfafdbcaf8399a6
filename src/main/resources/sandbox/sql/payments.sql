-- The app user is gone, and with it every grant and default privilege that named it.
SET SESSION AUTHORIZATION db_payments_owner;
CREATE TABLE public.payment (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, amount numeric(12, 2) NOT NULL);
CREATE TABLE psp.callback (id uuid PRIMARY KEY, body jsonb NOT NULL);
RESET SESSION AUTHORIZATION;
DROP OWNED BY db_payments_app;
DROP ROLE db_payments_app;

-- The owner drifted to postgres.
SET SESSION AUTHORIZATION db_invoices_owner;
CREATE TABLE public.invoice (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, number text UNIQUE NOT NULL);
CREATE TABLE archive.invoice (LIKE public.invoice INCLUDING ALL);
RESET SESSION AUTHORIZATION;
ALTER DATABASE invoices OWNER TO postgres;

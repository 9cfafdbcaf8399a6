-- Nothing is wrong: tables came after the rules, from both sides.
SET SESSION AUTHORIZATION db_billing_owner;
CREATE TABLE public.customer (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL, vat_id text);
CREATE TABLE invoicing.invoice (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer bigint NOT NULL REFERENCES public.customer,
    issued date NOT NULL,
    total numeric(12, 2) NOT NULL);
CREATE FUNCTION invoicing.open_amount(of_customer bigint) RETURNS numeric LANGUAGE sql STABLE
    AS $$ SELECT pg_catalog.sum(total) FROM invoicing.invoice WHERE customer = of_customer $$;
SET SESSION AUTHORIZATION db_billing_app;
CREATE TABLE dunning.reminder (id bigserial PRIMARY KEY, invoice bigint NOT NULL, sent timestamptz NOT NULL);
RESET SESSION AUTHORIZATION;
GRANT USAGE ON SCHEMA invoicing TO billing_reporting;
GRANT SELECT ON ALL TABLES IN SCHEMA invoicing TO billing_reporting;

-- No default privileges, on purpose.
SET SESSION AUTHORIZATION db_fx_rates_owner;
CREATE TABLE public.rate (day date, currency char(3), rate numeric(18, 9) NOT NULL, PRIMARY KEY (day, currency));
RESET SESSION AUTHORIZATION;

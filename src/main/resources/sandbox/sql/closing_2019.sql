-- As it should be, once somebody can log in.
SET SESSION AUTHORIZATION db_closing_2019_owner;
CREATE TABLE public.balance (account bigint PRIMARY KEY, amount numeric(18, 2) NOT NULL);
RESET SESSION AUTHORIZATION;

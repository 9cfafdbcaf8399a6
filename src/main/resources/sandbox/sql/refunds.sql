-- The owner role is gone; what it owned went to postgres.
SET SESSION AUTHORIZATION db_refunds_app;
CREATE TABLE public.refund (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, payment bigint NOT NULL);
RESET SESSION AUTHORIZATION;
REASSIGN OWNED BY db_refunds_owner TO postgres;
DROP OWNED BY db_refunds_owner;
DROP ROLE db_refunds_owner;

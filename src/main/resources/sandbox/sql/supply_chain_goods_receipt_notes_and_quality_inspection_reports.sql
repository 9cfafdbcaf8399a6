-- Owner role and app user became one name when they were cut to 63 bytes, so that there is one role and no membership.
CREATE TABLE public.receipt (id bigint PRIMARY KEY, received date NOT NULL);

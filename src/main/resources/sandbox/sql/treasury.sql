-- Owned by the role that spec.owner names.
SET SESSION AUTHORIZATION treasury_owner;
CREATE TABLE public.position (id bigint PRIMARY KEY, currency char(3) NOT NULL);
RESET SESSION AUTHORIZATION;

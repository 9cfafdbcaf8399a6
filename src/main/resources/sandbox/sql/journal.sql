-- Every rule is there, but these objects are older: made by postgres and handed over, so that no rule ever fired for them.
CREATE TABLE public.journal (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, opened date NOT NULL);
CREATE TABLE entries.line (id bigint PRIMARY KEY, journal bigint NOT NULL, text text);
CREATE SEQUENCE entries.line_number;
CREATE TABLE entries.attachment (id uuid PRIMARY KEY, line bigint NOT NULL);
CREATE VIEW entries.recent AS SELECT id, text FROM entries.line;
CREATE FUNCTION entries.close(journal bigint) RETURNS void LANGUAGE sql AS $$ SELECT NULL::void $$;
CREATE PROCEDURE entries.renumber() LANGUAGE sql AS $$ SELECT 1 $$;
ALTER TABLE public.journal OWNER TO db_journal_owner;
ALTER TABLE entries.line OWNER TO db_journal_owner;
ALTER SEQUENCE entries.line_number OWNER TO db_journal_owner;
ALTER TABLE entries.attachment OWNER TO db_journal_app;
ALTER VIEW entries.recent OWNER TO db_journal_app;
ALTER FUNCTION entries.close(bigint) OWNER TO db_journal_owner;
ALTER PROCEDURE entries.renumber() OWNER TO db_journal_app;
REVOKE EXECUTE ON FUNCTION entries.close(bigint) FROM PUBLIC;
REVOKE EXECUTE ON PROCEDURE entries.renumber() FROM PUBLIC;

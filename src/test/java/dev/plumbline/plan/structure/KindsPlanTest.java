package dev.plumbline.plan.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.testing.SchemaPair;
import dev.plumbline.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The laws of a plan on kinds that the pairs of other projects have few of: made, changed and dropped, with what needs them. */
@SuppressWarnings("NullAway.Init")
class KindsPlanTest {
    private static final String TYPES = """
            CREATE SCHEMA led;
            CREATE TYPE led.pair AS (a int, b text);
            CREATE FUNCTION led.lower_than(led.pair, led.pair) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT ($1).a < ($2).a';
            CREATE FUNCTION led.higher_than(led.pair, led.pair) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT ($1).a > ($2).a';
            CREATE FUNCTION led.same(led.pair, led.pair) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT ($1).a = ($2).a';
            CREATE FUNCTION led.compared(led.pair, led.pair) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT ($1).a - ($2).a';
            CREATE FUNCTION led.with_number(led.pair, int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT ($1).a < $2';
            CREATE FUNCTION led.compared(led.pair, int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT ($1).a - $2';
            CREATE FUNCTION led.to_text(led.pair) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT ($1).b';
            CREATE FUNCTION led.less(numeric, numeric) RETURNS numeric LANGUAGE sql IMMUTABLE AS 'SELECT $1 - $2';
            CREATE FUNCTION led.added(numeric, numeric) RETURNS numeric LANGUAGE sql IMMUTABLE AS 'SELECT $1 + $2';
            """;
    private static final String OPERATORS = """
            CREATE OPERATOR led.<< (FUNCTION = led.lower_than, LEFTARG = led.pair, RIGHTARG = led.pair, COMMUTATOR = OPERATOR(led.>>),
                RESTRICT = scalarltsel, JOIN = scalarltjoinsel);
            CREATE OPERATOR led.>> (FUNCTION = led.higher_than, LEFTARG = led.pair, RIGHTARG = led.pair, COMMUTATOR = OPERATOR(led.<<));
            CREATE OPERATOR led.=== (FUNCTION = led.same, LEFTARG = led.pair, RIGHTARG = led.pair, HASHES, MERGES);
            CREATE OPERATOR led.<< (FUNCTION = led.with_number, LEFTARG = led.pair, RIGHTARG = int);
            COMMENT ON OPERATOR led.<< (led.pair, int) IS 'below';
            """;
    private static final String CLASSES = """
            CREATE OPERATOR FAMILY led.pairs USING btree;
            CREATE OPERATOR CLASS led.pair_ops DEFAULT FOR TYPE led.pair USING btree FAMILY led.pairs AS
                OPERATOR 1 led.<<, OPERATOR 3 led.===, OPERATOR 5 led.>>, FUNCTION 1 led.compared(led.pair, led.pair);
            COMMENT ON OPERATOR CLASS led.pair_ops USING btree IS 'by number';
            """;
    private static final String MEMBERS = """
            ALTER OPERATOR FAMILY led.pairs USING btree ADD OPERATOR 1 led.<< (led.pair, int),
                FUNCTION 1 (led.pair, int) led.compared(led.pair, int);
            """;
    private static final String TABLE = """
            CREATE TABLE led.t (id int, p led.pair, note text);
            """;

    private static SchemaPair pair(String name, String a, String b) {
        return SchemaPair.of("kinds", name, a, b);
    }

    private static List<SchemaPair> pairs() {
        String text = "CREATE SCHEMA led; CREATE TABLE led.t (id int, note text);";
        String icu = "CREATE COLLATION led.c (PROVIDER = icu, LOCALE = 'en-u-kn', DETERMINISTIC = false);";
        String product =
                "CREATE AGGREGATE led.product(numeric) (SFUNC = numeric_mul, STYPE = numeric, INITCOND = '1');";
        String moving =
                "CREATE AGGREGATE led.total(x numeric) (SFUNC = led.added, STYPE = numeric, COMBINEFUNC = led.added,"
                        + " MSFUNC = led.added, MINVFUNC = led.less, MSTYPE = numeric, MINITCOND = '0', SORTOP = <, PARALLEL = SAFE);";
        String wrapper = "CREATE FOREIGN DATA WRAPPER nowhere;";
        String server = wrapper
                + "CREATE SERVER away TYPE 'x' VERSION '1' FOREIGN DATA WRAPPER nowhere OPTIONS (host 'h', port '1');";
        String dictionary =
                "CREATE TEXT SEARCH DICTIONARY led.stems (TEMPLATE = snowball, LANGUAGE = 'english', STOPWORDS = 'english');";
        String configuration = dictionary
                + "CREATE TEXT SEARCH CONFIGURATION led.words (PARSER = default);"
                + "ALTER TEXT SEARCH CONFIGURATION led.words ADD MAPPING FOR asciiword, word WITH led.stems, simple;";
        String labelled = "CREATE TABLE led.t (id int, m led.m DEFAULT 'a' CHECK (m <> 'b'), n led.m, p led.m UNIQUE);"
                + " CREATE INDEX t_id ON led.t (id) WHERE m = 'a'; CREATE INDEX t_m ON led.t (m);"
                + " CREATE UNIQUE INDEX t_n ON led.t ((n = 'a'), id);"
                + " CREATE VIEW led.v AS SELECT id FROM led.t WHERE m = 'a';";
        String view = text + "CREATE SEQUENCE led.s; CREATE VIEW led.v AS SELECT id, note FROM led.t;";
        String given = view
                + "ALTER VIEW led.v ALTER id SET DEFAULT nextval('led.s'); ALTER VIEW led.v ALTER note SET DEFAULT concat('a, (', E'\\\\'::text, ARRAY['b', 'c'])";
        return List.of(
                pair("defaults of a view come", view, given + ";"),
                pair("a view comes with defaults of its columns", text, given + ";"),
                pair(
                        "defaults of a view with a hostile name",
                        text
                                + "CREATE VIEW led.\"v\"\"; DROP ROLE y; --\" AS SELECT id AS \"x\"\"; DROP ROLE y; --\", note AS \"a, (b\" FROM led.t;",
                        text
                                + "CREATE VIEW led.\"v\"\"; DROP ROLE y; --\" AS SELECT id AS \"x\"\"; DROP ROLE y; --\", note AS \"a, (b\" FROM led.t;"
                                + "ALTER VIEW led.\"v\"\"; DROP ROLE y; --\" ALTER \"x\"\"; DROP ROLE y; --\" SET DEFAULT 3;"
                                + "ALTER VIEW led.\"v\"\"; DROP ROLE y; --\" ALTER \"a, (b\" SET DEFAULT 'c'');, \"(d';"),
                pair("a view with defaults of its columns goes", given + ";", text),
                pair(
                        "a view with defaults gets a column",
                        given + ";",
                        text
                                + "CREATE SEQUENCE led.s; CREATE VIEW led.v AS SELECT id, note, 1 AS \"One\" FROM led.t;"
                                + "ALTER VIEW led.v ALTER id SET DEFAULT 7; ALTER VIEW led.v ALTER \"One\" SET DEFAULT 2;"),
                pair(
                        "a column below a view with defaults gets another type",
                        given + ";",
                        given.replace("id int", "id bigint") + ";"),
                pair("collation comes", text, text + icu + "ALTER TABLE led.t ADD more text COLLATE led.c;"),
                pair("collation goes", text + "CREATE COLLATION led.c (LC_COLLATE = 'C', LC_CTYPE = 'POSIX');", text),
                pair(
                        "collation changes",
                        text + icu + "COMMENT ON COLLATION led.c IS 'x';",
                        text + "CREATE COLLATION led.c (LOCALE = 'C'); COMMENT ON COLLATION led.c IS 'y';"),
                pair(
                        "aggregates come",
                        TYPES,
                        TYPES + product + moving + "COMMENT ON AGGREGATE led.product(numeric) IS 'x';"),
                pair(
                        "aggregate with a view goes",
                        TYPES + TABLE + product + "CREATE VIEW led.v AS SELECT led.product(id) FROM led.t;",
                        TYPES + TABLE),
                pair(
                        "aggregate changes under a view",
                        TYPES + TABLE + product + "CREATE VIEW led.v AS SELECT led.product(id) FROM led.t;",
                        TYPES + TABLE + product.replace("'1'", "'2'")
                                + "CREATE VIEW led.v AS SELECT led.product(id) FROM led.t;"),
                pair(
                        "ordered-set aggregate and one without arguments",
                        TYPES,
                        TYPES
                                + "CREATE AGGREGATE led.rank(VARIADIC \"any\" ORDER BY VARIADIC \"any\") (SFUNC = ordered_set_transition_multi,"
                                + " STYPE = internal, FINALFUNC = rank_final, FINALFUNC_EXTRA, HYPOTHETICAL);"
                                + "CREATE AGGREGATE led.counted(*) (SFUNC = int8inc, STYPE = int8, INITCOND = '0');"),
                pair("operators come", TYPES, TYPES + OPERATORS),
                pair("operators go", TYPES + OPERATORS, TYPES),
                pair(
                        "operator changes under a view",
                        TYPES + TABLE + OPERATORS
                                + "CREATE VIEW led.v AS SELECT p OPERATOR(led.===) p AS s FROM led.t;",
                        TYPES + TABLE + OPERATORS.replace(", HASHES", "")
                                + "CREATE VIEW led.v AS SELECT p OPERATOR(led.===) p AS s FROM led.t;"),
                pair(
                        "operator class with an index comes",
                        TYPES + TABLE,
                        TYPES + TABLE + OPERATORS + CLASSES + MEMBERS
                                + "CREATE INDEX t_p ON led.t USING btree (p led.pair_ops);"),
                pair("operator class goes", TYPES + TABLE + OPERATORS + CLASSES + MEMBERS, TYPES + TABLE + OPERATORS),
                pair(
                        "operator family gets members",
                        TYPES + OPERATORS + CLASSES,
                        TYPES + OPERATORS + CLASSES + MEMBERS),
                pair(
                        "cast comes",
                        TYPES,
                        TYPES + "CREATE CAST (led.pair AS text) WITH FUNCTION led.to_text(led.pair) AS ASSIGNMENT;"),
                pair(
                        "cast changes",
                        TYPES + "CREATE CAST (led.pair AS text) WITH FUNCTION led.to_text(led.pair) AS IMPLICIT;",
                        TYPES
                                + "CREATE CAST (led.pair AS text) WITH INOUT; COMMENT ON CAST (led.pair AS text) IS 'x';"),
                pair("text search comes", text, text + configuration),
                pair("text search goes", text + configuration, text),
                pair(
                        "mapping changes",
                        text + configuration,
                        text + configuration
                                + "ALTER TEXT SEARCH CONFIGURATION led.words DROP MAPPING FOR word;"
                                + "ALTER TEXT SEARCH CONFIGURATION led.words ALTER MAPPING FOR asciiword WITH simple;"
                                + "ALTER TEXT SEARCH CONFIGURATION led.words ADD MAPPING FOR email WITH simple;"),
                pair(
                        "dictionary changes under an index",
                        text + configuration + "CREATE INDEX t_w ON led.t USING gin (to_tsvector('led.words', note));",
                        text + configuration.replace(", STOPWORDS = 'english'", "")
                                + "CREATE INDEX t_w ON led.t USING gin (to_tsvector('led.words', note));"),
                pair(
                        "server with a table comes",
                        text + wrapper,
                        text + server + "CREATE FOREIGN TABLE led.f (id int) SERVER away;"),
                pair("server goes", text + server, text + wrapper),
                pair(
                        "server changes",
                        text + server,
                        text + wrapper
                                + "CREATE SERVER away TYPE 'x' FOREIGN DATA WRAPPER nowhere OPTIONS (host 'g', dbname 'd');"),
                pair(
                        "event trigger for all tags and empty publication",
                        "CREATE SCHEMA led;",
                        "CREATE SCHEMA led;"
                                + "CREATE FUNCTION led.guard() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';"
                                + "CREATE EVENT TRIGGER guarded ON ddl_command_end EXECUTE FUNCTION led.guard(); CREATE PUBLICATION none;"),
                pair(
                        "typed table and child with what they have of their own",
                        "CREATE SCHEMA led;",
                        "CREATE SCHEMA led; CREATE TYPE led.p AS (id int, name text);"
                                + "CREATE TABLE led.t OF led.p (id NOT NULL, name DEFAULT 'x' NOT NULL);"
                                + "CREATE TABLE led.g (a int NOT NULL, b int GENERATED ALWAYS AS (a * 2) STORED);"
                                + "CREATE TABLE led.c (a int, b int) INHERITS (led.g);"),
                pair(
                        "enum label goes",
                        "CREATE SCHEMA led; CREATE TYPE led.m AS ENUM ('a', 'b'); CREATE TABLE led.t (m led.m, n led.m[]);",
                        "CREATE SCHEMA led; CREATE TYPE led.m AS ENUM ('a'); CREATE TABLE led.t (m led.m, n led.m[]);"),
                pair(
                        "labels go that indexes, a check and a view name",
                        "CREATE SCHEMA led; CREATE TYPE led.m AS ENUM ('a', 'b', 'c');" + labelled,
                        "CREATE SCHEMA led; CREATE TYPE led.m AS ENUM ('a', 'b');" + labelled),
                pair(
                        "conversion comes",
                        text,
                        text + "CREATE CONVERSION led.latin FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;"),
                pair(
                        "conversion goes",
                        text + "CREATE DEFAULT CONVERSION led.latin FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;",
                        text));
    }

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "PostgreSQL {0}")
    @ValueSource(ints = {13, 15, 18})
    void aPlanLeadsThereAndBack(int major) throws IOException, InterruptedException {
        PairDatabases databases = new PairDatabases(TestPostgres.major(major), folder);
        List<String> wrong = new ArrayList<>();
        List<SchemaPair> pairs = pairs();
        for (SchemaPair pair : pairs) {
            PairRun.of(pair, databases)
                    .failures()
                    .forEach((law, why) -> wrong.add(pair.name() + ": " + law + ": " + why));
        }
        System.out.printf("[kinds] PostgreSQL %d: %d pairs, %d laws broken%n", major, pairs.size(), wrong.size());
        assertThat(wrong).isEmpty();
    }
}

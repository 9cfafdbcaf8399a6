package dev.plumbline.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows are counted before anything runs, so while tables and columns still bear their old names: none of the counts may ask for the new ones. */
@Timeout(300)
class CountsBeforeRenameTest {
    private static final List<String> BEFORE = List.of(
            "CREATE SCHEMA app",
            "CREATE TYPE app.mood AS ENUM ('glad', 'sad', 'none')",
            "CREATE FUNCTION app.is_good(int) RETURNS bool IMMUTABLE LANGUAGE sql AS 'SELECT $1 > 0'",
            "CREATE TABLE app.head (nr int)",
            "CREATE TABLE app.line (id int, twice int, at date, amount int, note text, feeling app.mood, wide bigint, head int, \"Odd, one\" int)",
            "INSERT INTO app.head VALUES (1), (1), (NULL)",
            "INSERT INTO app.line VALUES (1, 1, NULL, -5, 'longer', 'sad', 99999999999, 7, 1), (1, 1, NULL, 5, 'ok', 'glad', 1, 1, 1), (2, 2, now(), 1, 'ok', 'none', 1, NULL, 2)",
            "CREATE TABLE app.part (day int, x int) PARTITION BY RANGE (x)",
            "CREATE TABLE app.part_1 PARTITION OF app.part FOR VALUES FROM (0) TO (10)",
            "INSERT INTO app.part VALUES (3, 1), (3, 2), (3, 3)");

    /** Written with names that stand for the schema, the tables, the type, the function and the columns. */
    private static final String DECLARED = """
            CREATE SCHEMA $app;
            CREATE TYPE $app.$mood AS ENUM ('glad', 'none');
            CREATE FUNCTION $app.$is_good(int) RETURNS bool IMMUTABLE LANGUAGE sql AS 'SELECT $1 > 0';
            CREATE TABLE $app.$head ($nr int UNIQUE);
            CREATE TABLE $app.$line ($id int PRIMARY KEY, $twice int, $at date NOT NULL, $amount int, $note varchar(3), $feeling $app.$mood,
              $wide int, $head_of int, "$Odd, one" int, added int NOT NULL,
              CONSTRAINT positive CHECK ($amount > 0),
              CONSTRAINT good CHECK ($app.$is_good($amount)),
              CONSTRAINT known FOREIGN KEY ($head_of) REFERENCES $app.$head ($nr),
              CONSTRAINT odd_once UNIQUE ("$Odd, one"));
            CREATE UNIQUE INDEX once ON $app.$line ($twice) WHERE $app.$is_good($id);
            CREATE TABLE $app.$part ($day int, x int) PARTITION BY RANGE (x);
            CREATE TABLE $app.part_1 PARTITION OF $app.$part FOR VALUES FROM (0) TO (10);
            CREATE UNIQUE INDEX part_once ON $app.part_1 ($day);
            """;

    private static final Map<String, Long> COUNTED = new TreeMap<>(Map.ofEntries(
            Map.entry("rows without a value", 2L),
            Map.entry("values that are longer", 1L),
            Map.entry("values that are out of range", 1L),
            Map.entry("rows with a label that is to go", 1L),
            Map.entry("rows that would have no value", 3L),
            Map.entry("rows that refer to none", 1L),
            Map.entry("rows for which it does not hold: positive", 1L),
            Map.entry("rows for which it does not hold: good", 1L),
            Map.entry("values that are there more than once: odd_once", 1L),
            Map.entry("values that are there more than once: once", 1L),
            Map.entry("values that are there more than once: part_once", 1L),
            Map.entry("values that are there more than once: head", 1L),
            Map.entry("values that are there more than once: line", 1L)));

    @TempDir
    private Path home;

    @ParameterizedTest
    @ValueSource(ints = {13, 18})
    void nothingRenamed(int major) throws Exception {
        check(major, Map.of(), List.of());
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 18})
    void tablesRenamed(int major) throws Exception {
        check(major, Map.of("line", "lines", "head", "heads"), List.of("app.line=app.lines", "app.head=app.heads"));
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 18})
    void columnsRenamed(int major) throws Exception {
        Map<String, String> names = Map.ofEntries(
                Map.entry("id", "\"Id\""),
                Map.entry("twice", "thrice"),
                Map.entry("at", "\"select\""),
                Map.entry("amount", "sum"),
                Map.entry("note", "words"),
                Map.entry("feeling", "temper"),
                Map.entry("wide", "narrow"),
                Map.entry("head_of", "heading"),
                Map.entry("nr", "number"),
                Map.entry("day", "night"),
                Map.entry("Odd, one", "Odd, two"));
        check(
                major,
                names,
                List.of(
                        "app.line.id=app.line.Id",
                        "app.line.twice=app.line.thrice",
                        "app.line.at=app.line.select",
                        "app.line.amount=app.line.sum",
                        "app.line.note=app.line.words",
                        "app.line.feeling=app.line.temper",
                        "app.line.wide=app.line.narrow",
                        "app.line.head=app.line.heading",
                        "app.line.Odd, one=app.line.Odd, two",
                        "app.head.nr=app.head.number",
                        "app.part.day=app.part.night"));
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 18})
    void everythingRenamed(int major) throws Exception {
        check(
                major,
                Map.ofEntries(
                        Map.entry("app", "\"App\""),
                        Map.entry("line", "\"Lines\""),
                        Map.entry("head", "heads"),
                        Map.entry("mood", "temper"),
                        Map.entry("is_good", "\"is fine\""),
                        Map.entry("at", "day"),
                        Map.entry("amount", "sum"),
                        Map.entry("head_of", "heading"),
                        Map.entry("nr", "number")),
                List.of(
                        "app=App",
                        "app.line=App.Lines",
                        "app.head=App.heads",
                        "app.mood=App.temper",
                        "app.is_good(integer)=App.is fine(integer)",
                        "app.line.at=App.Lines.day",
                        "app.line.amount=App.Lines.sum",
                        "app.line.head=App.Lines.heading",
                        "app.head.nr=App.heads.number"));
    }

    private void check(int major, Map<String, String> names, List<String> renames) throws Exception {
        try (FolderRig rig = new FolderRig(major, home)) {
            rig.server.execute(rig.database, BEFORE.toArray(String[]::new));
            rig.declare(declared(names));
            ApplyFolder.Planned planned = rig.plan(renames, FolderRig.LONG, FolderRig.LONG);
            assertThat(planned.counted())
                    .filteredOn(counted -> !counted.unknown().isEmpty())
                    .extracting(counted -> counted.step().sql().text() + " " + counted.unknown())
                    .isEmpty();
            Map<String, Long> found = new TreeMap<>();
            for (FixSchema.Counted counted : planned.counted()) {
                String about = counted.step().about().name();
                String what = COUNTED.containsKey(counted.what())
                        ? counted.what()
                        : counted.what() + ": "
                                + about.replaceFirst("(?i)^(head|line).*", "$1").toLowerCase(Locale.ROOT);
                found.merge(what, counted.rows(), Long::sum);
            }
            assertThat(found).isEqualTo(COUNTED);
        }
    }

    private static String declared(Map<String, String> names) {
        String sql = DECLARED.replace("$Odd, one", names.getOrDefault("Odd, one", "Odd, one"));
        for (String name : List.of(
                "app", "mood", "is_good", "head_of", "head", "line", "nr", "id", "twice", "at", "amount", "note",
                "feeling", "wide", "part", "day")) {
            String plain = name.equals("head_of") ? "head" : name;
            sql = sql.replaceAll("\\$" + name + "\\b", names.getOrDefault(name, plain));
        }
        return sql;
    }
}

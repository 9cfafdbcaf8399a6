package dev.plumbline.model.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.statement.StatementScanner.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementScannerTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 'a;b' || \"c;d\"¦; SELECT 2",
                "SELECT E'a\\';b'¦;SELECT 2",
                "SELECT E'a'\n  -- on\n 'b\\';c'¦;SELECT 2",
                "SELECT 'a\\'¦; SELECT 'b'",
                "SELECT $$;$$, $a$;$$;$a$¦; SELECT 2",
                "SELECT a$b$c¦; SELECT d$b$",
                "SELECT 1$a$;$a$¦; SELECT 2",
                "SELECT $1¦; SELECT $2",
                "SELECT 1 /* ; /* ; */ ; */¦; -- ;\nSELECT 2",
                "CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2)¦; SELECT 3",
                "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; END¦; SELECT 3",
                "create or replace procedure p() begin atomic select 1; end¦; SELECT 3",
                "CREATE FUNCTION beginning() RETURNS a_begin LANGUAGE sql AS $$a$$¦; SELECT 3",
                "CREATE FUNCTION f() RETURNS int(1) BEGIN ATOMIC SELECT 1; END¦; SELECT 3",
                "SELECT $a$b c$a$$d$;$d$¦; SELECT 3",
                "SELECT $a$b$a$E'\\';'¦; SELECT 3",
                "CREATE FUNCTION f() SET a = $a$b$a$BEGIN ATOMIC SELECT 1; END¦; SELECT 3",
                "BEGIN¦; SELECT 1¦; END",
                "CREATE TABLE \"begin\" (a int)¦; SELECT 3",
                "SELECT 1 \\gx\n¦SELECT 2",
            })
    void endsStatementsWherePsqlDoes(String marked) {
        String text = marked.replace("¦", "");
        List<String> expected = new ArrayList<>();
        for (String part : marked.split("¦")) {
            String statement = part.replaceFirst("^; ?", "").replaceFirst("^-- ;\n", "");
            if (statement.contains("\\gx")) {
                expected.add("SELECT 1");
                expected.add("\\gx");
            } else {
                expected.add(statement.strip());
            }
        }
        assertThat(StatementSplitter.split(text).stream()
                        .map(StatementSplitter.Part::text)
                        .toList())
                .isEqualTo(expected);
    }

    @Test
    void tellsPlacesLinesAndWhatStandsBefore() {
        String text = "-- é\nSELECT 1;\n\n/* two\n */ COPY t FROM STDIN;\na;b\n\\.\nSELECT 'é\n";
        List<Span> spans = scanned(text.getBytes(StandardCharsets.UTF_8));
        assertThat(spans)
                .containsExactly(
                        new Span(StatementScanner.Kind.STATEMENT, 0, 6, 14, 2, true),
                        new Span(StatementScanner.Kind.WITH_ROWS, 15, 28, 45, 5, true),
                        new Span(StatementScanner.Kind.STATEMENT, 53, 54, 65, 8, false));
    }

    @Test
    void findsTheSameInWhateverPiecesTheTextArrives() {
        StringBuilder text = new StringBuilder();
        for (int number = 0; number < 9_000; number++) {
            text.append("-- ")
                    .append(number)
                    .append("\nINSERT INTO t VALUES (E'it\\'s; ")
                    .append(number);
            text.append("', $q$;").append("x".repeat(number % 700)).append("$q$) /* ; /* */ */;\n");
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        List<Span> whole = scanned(bytes);
        assertThat(whole).hasSize(9_000);
        List<Span> pieces = new ArrayList<>();
        StatementScanner.scan(new Dripping(bytes), pieces::add);
        for (int number = 0; number < whole.size(); number++) {
            assertThat(pieces.get(number)).isEqualTo(whole.get(number));
        }
        assertThat(pieces).hasSameSizeAs(whole);
    }

    /** Words that decide where a statement ends lie on the border of what is read at once, wherever that is. */
    @Test
    void findsTheSameWhereWordsLieOnABorder() {
        StringBuilder text = new StringBuilder();
        for (int number = 0; number < 6_000; number++) {
            text.append("CREATE OR REPLACE FUNCTION f")
                    .append("x".repeat(number % 61))
                    .append("() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END;\n");
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        List<Span> pieces = new ArrayList<>();
        StatementScanner.scan(new Dripping(bytes), pieces::add);
        assertThat(pieces).hasSize(6_000).isEqualTo(scanned(bytes));
    }

    @Test
    void aWordOfManyMegabytesTakesNoMoreMemoryThanAnyOther() {
        int[] largest = {0};
        long[] left = {8_000_000};
        List<Span> spans = new ArrayList<>();
        StatementScanner.scan(
                (into, from, length) -> {
                    largest[0] = Math.max(largest[0], into.length);
                    int given = (int) Math.min(length, left[0]);
                    java.util.Arrays.fill(into, from, from + given, (byte) 'c');
                    left[0] -= given;
                    return given == 0 ? -1 : given;
                },
                spans::add);
        assertThat(spans).hasSize(1);
        assertThat(spans.get(0).end()).isEqualTo(8_000_000);
        assertThat(largest[0]).isLessThan(1_000_000);
    }

    private static List<Span> scanned(byte[] text) {
        List<Span> spans = new ArrayList<>();
        StatementScanner.scan(text, spans::add);
        return spans;
    }

    /** Gives a few bytes at a time, another number each time. */
    private static final class Dripping implements StatementScanner.Source {
        private final byte[] bytes;
        private int at;
        private int turn;

        Dripping(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            turn = turn % 1_009 + 1;
            int given = Math.min(Math.min(turn, length), bytes.length - at);
            System.arraycopy(bytes, at, into, from, given);
            at += given;
            return given == 0 ? -1 : given;
        }
    }
}

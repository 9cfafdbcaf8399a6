package dev.plumbline.model.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.statement.StatementScanner.Span;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Eight bytes are looked at together: what is found must be what a look at one after the other finds, wherever the eight begin and whatever the text ends with. */
class EightBytesTest {
    /** Marks, ends of lines, and those that differ from them by a bit, by one, or by a borrow. */
    private static final byte[] LIKELY = {
        '\'', '\\', '\n', '&', '(', ']', '[', 0x0b, 0x09, (byte) 0x8a, (byte) 0xa7, 0, 'x'
    };

    private static final int LONGEST_PIECE = 9;

    private record Place(long at, int line) {}

    @ParameterizedTest
    @ValueSource(strings = {"'\\", "''", "\n\n", "*/"})
    void findsWhatALookAtOneByteAfterTheOtherFinds(String marks) {
        Random random = new Random(7);
        for (int length = 0; length <= 40; length++) {
            byte[] text = new byte[length];
            for (int round = 0; round < 30; round++) {
                for (int at = 0; at < length; at++) {
                    boolean plain = random.nextInt(round + 1) > 2;
                    text[at] = plain ? (byte) 'x' : LIKELY[random.nextInt(LIKELY.length)];
                }
                List<Place> expected = oneByOne(text, marks);
                assertThat(found(new Window(text), marks)).isEqualTo(expected);
                int piece = 1 + round % LONGEST_PIECE;
                assertThat(found(new Window(inPieces(text, piece)), marks)).isEqualTo(expected);
            }
        }
    }

    private static List<Place> oneByOne(byte[] text, String marks) {
        List<Place> places = new ArrayList<>();
        int line = 1;
        for (int at = 0; at < text.length; at++) {
            if (marks.indexOf(text[at]) >= 0) {
                places.add(new Place(at, line));
            }
            line += text[at] == '\n' ? 1 : 0;
        }
        return places;
    }

    private static List<Place> found(Window window, String marks) {
        List<Place> places = new ArrayList<>();
        while (window.find(marks.charAt(0), marks.charAt(1))) {
            places.add(new Place(window.place(), window.line));
            window.line += window.bytes[window.at] == '\n' ? 1 : 0;
            window.at++;
        }
        return places;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 'a;b\n''c' || \"d;\n\"\"e\"",
                "SELECT E'a\\';\\\nb'\n\n 'c;'",
                "SELECT $q$;\n$r$;$q$ || $$\n;$$",
                "SELECT 1 /* ; /*\n; */ ; */ -- ;\n + (2; 3)",
                "CREATE OR REPLACE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; END",
                "CREATE PROCEDURE beginning(a_begin int) LANGUAGE sql AS $$SELECT 1;$$",
            })
    void cutsTheSameAtEachOffsetAndInPiecesOfEachLength(String statement) {
        for (int offset = 0; offset <= 16; offset++) {
            String before = "x".repeat(offset) + ";\n";
            byte[] text = (before + statement + ";\n\n" + statement + ";").getBytes(StandardCharsets.US_ASCII);
            List<Span> spans = new ArrayList<>();
            StatementScanner.scan(text, spans::add);
            int lines = (int) statement.chars().filter(each -> each == '\n').count();
            int first = before.length();
            int second = first + statement.length() + 3;
            assertThat(spans.subList(offset == 0 ? 0 : 1, spans.size()))
                    .containsExactly(
                            span(offset == 0 ? 1 : first - 1, first, statement, 2),
                            span(second - 2, second, statement, 4 + lines));
            for (int piece = 1; piece <= LONGEST_PIECE; piece++) {
                List<Span> pieces = new ArrayList<>();
                StatementScanner.scan(inPieces(text, piece), pieces::add);
                assertThat(pieces).isEqualTo(spans);
            }
        }
    }

    private static Span span(int lead, int begin, String statement, int line) {
        return new Span(StatementScanner.Kind.STATEMENT, lead, begin, begin + statement.length(), line, true);
    }

    private static StatementScanner.Source inPieces(byte[] text, int length) {
        ByteArrayInputStream in = new ByteArrayInputStream(text);
        return (into, from, most) -> in.read(into, from, Math.min(length, most));
    }
}

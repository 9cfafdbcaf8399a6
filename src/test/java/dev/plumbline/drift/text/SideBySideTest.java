package dev.plumbline.drift.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.text.TextPair.Kind;
import dev.plumbline.drift.text.TextPair.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SideBySideTest {
    @Test
    void aLineWhoseWordsChangedStandsBesideItselfWithTheWordsMarked() {
        List<TextPair> rows = compare(
                List.of("id uuid", "amount numeric(12,2) not null"), List.of("id uuid", "amount numeric(10,2)"));
        assertThat(rows).extracting(TextPair::kind).containsExactly(Kind.SAME, Kind.CHANGED);
        assertThat(rows.get(1).left())
                .containsExactly(
                        new Piece("amount numeric(", false),
                        new Piece("12", true),
                        new Piece(",2)", false),
                        new Piece(" not null", true));
        assertThat(rows.get(1).right()).filteredOn(Piece::differs).containsExactly(new Piece("10", true));
    }

    @Test
    void aBlockAtAnotherPlaceIsMovedAndNotGoneAndNew() {
        List<TextPair> rows =
                compare(List.of("a 1", "b 1", "c 1", "d 1", "e 1"), List.of("c 1", "d 1", "e 1", "a 1", "b 2"));
        assertThat(rows)
                .extracting(TextPair::kind)
                .containsExactly(
                        Kind.MOVED_FROM,
                        Kind.MOVED_FROM,
                        Kind.SAME,
                        Kind.SAME,
                        Kind.SAME,
                        Kind.MOVED_HERE,
                        Kind.MOVED_HERE);
        assertThat(rows.get(1).left()).contains(new Piece("1", true));
        assertThat(rows.get(6).right()).contains(new Piece("2", true));
    }

    @Test
    void whatOneSideHasIsToldOfThatSide() {
        assertThat(compare(List.of(), List.of("a 1")))
                .extracting(TextPair::kind)
                .containsExactly(Kind.RIGHT_ONLY);
        assertThat(compare(List.of("a 1"), List.of()))
                .extracting(TextPair::kind)
                .containsExactly(Kind.LEFT_ONLY);
        assertThat(compare(List.of(), List.of())).isEmpty();
    }

    @Test
    void everyLineOfBothTextsIsThereOnceAndInItsOrder() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            List<String> left = some(random);
            List<String> right = some(random);
            List<TextPair> rows = compare(left, right);
            assertThat(rows.stream().filter(row -> row.leftNumber() > 0).map(TextPair::leftText))
                    .isEqualTo(left);
            assertThat(rows.stream().filter(row -> row.rightNumber() > 0).map(TextPair::rightText))
                    .isEqualTo(right);
        }
    }

    @Test
    void tenThousandDifferencesAreAllFound() {
        List<String> left =
                IntStream.range(0, 10_000).mapToObj(i -> "c" + i + " integer").toList();
        List<String> right =
                IntStream.range(0, 10_000).mapToObj(i -> "c" + i + " bigint").toList();
        assertThat(compare(left, right)).hasSize(10_000).allMatch(row -> row.kind() == Kind.CHANGED);
    }

    private static List<String> some(Random random) {
        List<String> lines = new ArrayList<>();
        for (int i = random.nextInt(12); i > 0; i--) {
            lines.add((char) ('a' + random.nextInt(8)) + " " + random.nextInt(3));
        }
        return lines;
    }

    private static List<TextPair> compare(List<String> left, List<String> right) {
        Function<String, String> key = line -> line.substring(0, line.indexOf(' '));
        return SideBySide.of(left, right, key, Function.identity());
    }
}

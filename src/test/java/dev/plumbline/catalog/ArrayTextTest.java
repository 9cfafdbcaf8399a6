package dev.plumbline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Texts as {@code array_out} and {@code int2vectorout} write them. */
class ArrayTextTest {
    @Test
    void elementsComeWithoutTheirQuotes() {
        assertThat(ArrayText.elements("{}")).isEmpty();
        assertThat(ArrayText.elements("{a}")).containsExactly("a");
        assertThat(ArrayText.elements("{a,b_2,ä}")).containsExactly("a", "b_2", "ä");
        assertThat(ArrayText.elements("{\"a b\",\"c,d\",\"\",\"NULL\",\"x\\\"y\\\\z{}\",plain}"))
                .containsExactly("a b", "c,d", "", "NULL", "x\"y\\z{}", "plain");
    }

    @Test
    void numbersKeepTheirBits() {
        assertThat(numbers("{}")).isEmpty();
        assertThat(numbers("{1,-1,4294967295,2147483648,0}")).containsExactly(1, -1, -1, Integer.MIN_VALUE, 0);
        assertThat(numbers("1 0 -2")).containsExactly(1, 0, -2);
        assertThat(numbers("")).isEmpty();
    }

    private static List<Integer> numbers(String text) {
        List<Integer> numbers = new ArrayList<>();
        ArrayText.forEachNumber(text, numbers::add);
        return numbers;
    }
}

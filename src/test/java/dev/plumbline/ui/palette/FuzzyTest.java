package dev.plumbline.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FuzzyTest {
    @Test
    void everyLetterMustOccurInItsOrder() {
        assertThat(Fuzzy.score("bll", "billing")).isPositive();
        assertThat(Fuzzy.score("lbi", "billing")).isEqualTo(Fuzzy.NO_MATCH);
        assertThat(Fuzzy.score("", "billing")).isZero();
    }

    @Test
    void wholePartsAndBeginningsOfWordsCountMore() {
        assertThat(Fuzzy.score("bill", "billing")).isGreaterThan(Fuzzy.score("bill", "b-i-l-l"));
        assertThat(Fuzzy.score("order", "purchase-order")).isGreaterThan(Fuzzy.score("order", "reordering"));
        assertThat(Fuzzy.score("po", "purchase-order")).isGreaterThan(Fuzzy.score("po", "xpxoxx"));
        assertThat(Fuzzy.score("billing", "billing")).isGreaterThan(Fuzzy.score("billing", "billing-old"));
    }

    @Test
    void severalWordsMayStandInAnyOrder() {
        assertThat(Fuzzy.score("prod billing", "billing Database · kind-prod")).isPositive();
        assertThat(Fuzzy.score("prod nothing", "billing Database · kind-prod")).isEqualTo(Fuzzy.NO_MATCH);
    }
}

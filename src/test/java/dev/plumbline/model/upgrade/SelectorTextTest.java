package dev.plumbline.model.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelectorTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "app=cart|true",
                "app == cart|true",
                "app=other|false",
                "app!=other|true",
                "tier!=web|true",
                "app in (cart, shop)|true",
                "app notin (cart)|false",
                "tier notin (web)|true",
                "app|true",
                "!app|false",
                "!tier,app=cart|true",
                "app=cart,version in (1,2)|false",
            })
    void whatItSelectsIsWhatKubectlWouldSelect(String text, boolean selected) {
        LabelSelector selector = SelectorText.parse(text).orElseThrow();
        assertThat(selector.matches(Map.of("app", "cart", "version", "3"))).isEqualTo(selected);
        assertThat(SelectorText.parse(selector.query())).contains(selector);
    }

    @Test
    void nothingSelectsEverything() {
        assertThat(SelectorText.parse("").orElseThrow().matches(Map.of())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"app=", "app=a b", "=x", "app in cart", "app in ()", "a=1,a=2", "app=cart,", "a>1", "!a=b"})
    void whatIsNoSelectorIsRefusedUnlessItsValueIsEmpty(String text) {
        assertThat(SelectorText.parse(text).isPresent()).isEqualTo(text.equals("app="));
    }
}

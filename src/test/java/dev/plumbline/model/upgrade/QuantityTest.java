package dev.plumbline.model.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
    @ParameterizedTest
    @CsvSource({
        "0.05, 50", "20m, 20", "1500m, 1500", "2k, 2000000", "1Ki, 1024000", "1.5Mi, 1572864000", "3e2, 300000",
        "3E2, 300000", "1E, 1000000000000000000000", "5e-1, 500", "1u, 1", "-1u, -1", "1n, 1", "-1.5, -1500",
        "+2, 2000", ".5, 500", "5., 5000", "0, 0", "0.0001, 1"
    })
    void everyFormIsReadInThousandthsRoundedAwayFromZero(String text, String milli) {
        assertThat(Quantity.parse(text).orElseThrow().milli().toPlainString()).isEqualTo(milli);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "m", "1K", "1ki", "1 k", "0x1", "1e", "1mi", "--1", "1.2.3", "NaN", "1e1k", "."})
    void whatIsNoQuantityIsNone(String text) {
        assertThat(Quantity.parse(text)).isEmpty();
    }
}

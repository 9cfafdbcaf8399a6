package dev.plumbline.drift.structure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeChangeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "character varying(20) | character varying(40) | true",
                "character varying(40) | character varying(20) | false",
                "character varying(40) | text | true",
                "text | character varying(40) | false",
                "text | character varying | true",
                "character(3) | character(9) | false",
                "smallint | bigint | true",
                "bigint | integer | false",
                "numeric(10,2) | numeric(12,2) | true",
                "numeric(10,2) | numeric(12,4) | true",
                "numeric(10,2) | numeric(11,4) | false",
                "numeric(10,2) | numeric(12,1) | false",
                "numeric(10,2) | numeric | true",
                "date | timestamp without time zone | false"
            })
    void onlyWhatIsCertainKeepsValues(String from, String to, boolean keeps) {
        assertThat(TypeChange.keepsValues(from, to)).isEqualTo(keeps);
    }
}

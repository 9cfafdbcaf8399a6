package dev.plumbline.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutineSignatureTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "amount integer | integer | true",
                "amount integer | amount integer | true",
                "amount integer | text | false",
                "integer | integer | true",
                "integer | text, integer | false",
                "a integer, \"odd, name\" text | integer,text | true",
                "a integer, \"odd, name\" text | integer, \"odd, name\" TEXT | true",
                "a integer, \"odd, name\" text | integer | false",
                "VARIADIC parts text[] | text[] | true",
                "VARIADIC parts text[] | variadic text[] | false",
                "INOUT a double precision | double precision | true",
                "double precision | double precision | true",
                "double precision | precision | true",
                "`` | `` | true",
                "`` | integer | false",
            })
    void typesAloneMeanTheRoutineToo(String identity, String typed, boolean means) {
        assertThat(RoutineSignature.means(identity, typed)).isEqualTo(means);
    }
}

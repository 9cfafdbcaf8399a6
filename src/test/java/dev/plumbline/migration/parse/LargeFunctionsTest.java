package dev.plumbline.migration.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.migration.parse.compiled.LibpgQuery;
import dev.plumbline.testing.Oracles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the flat functions answer is what Chicory's interpreter answers. */
class LargeFunctionsTest {
    /** The interpreter takes some milliseconds for each: so many of the server's own are left out. */
    private static final int EVERY = 8;

    @Test
    void treesAndErrorsAreThoseOfTheInterpreter() throws IOException {
        CompiledParser interpreted = new CompiledParser(LibpgQuery::create);
        CompiledParser flat = new CompiledParser();
        List<String> statements = statements();
        assertThat(statements).hasSizeGreaterThan(1_000);
        for (String statement : statements) {
            assertThat(flat.parse(statement)).as(statement).isEqualTo(interpreted.parse(statement));
        }
    }

    private static List<String> statements() throws IOException {
        List<String> statements = new ArrayList<>();
        for (JsonNode one : new ObjectMapper()
                .readTree(Files.readString(Oracles.folder("lint").resolve("squawk-cases.json")))) {
            statements.add(one.path("sql").asText());
        }
        Path cases = Oracles.folder("statement-splitting").resolve("psql/cases.jsonl");
        int number = 0;
        for (String line : Files.readAllLines(cases)) {
            for (JsonNode statement : new ObjectMapper().readTree(line).get("statements")) {
                if (number++ % EVERY == 0) {
                    statements.add(statement.asText());
                }
            }
        }
        return statements;
    }

    @Test
    void allOfThemAreTranslatedWithWhatTheyDo() {
        for (int number : LargeFunctions.NUMBERS) {
            assertThatCode(() -> FlatTranslation.of(LibpgQuery.load(), number))
                    .as("function " + number)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void anOperationThatIsNotKnownIsSaid() {
        assertThatThrownBy(() -> FlatValues.of(0x9f, 1, 1))
                .isInstanceOf(ParserFailure.class)
                .hasMessage("operation 9f is not known");
    }

    /** Numbers without a sign, and those of floating point, are what SQL of a usual kind never needs. */
    @ParameterizedTest
    @CsvSource({
        "0x49, -1, 1, 0",
        "0x49, 1, -1, 1",
        "0x4b, -1, 1, 1",
        "0x4d, -1, -1, 1",
        "0x4f, 1, -1, 0",
        "0x54, -1, 1, 0",
        "0x56, -1, 1, 1",
        "0x58, 1, -1, 1",
        "0x5a, 1, -1, 0",
        "0x6a, 2147483647, 1, -2147483648",
        "0x6d, -7, 2, -3",
        "0x6e, -2, 2, 2147483647",
        "0x6f, -7, 2, -1",
        "0x70, -1, 10, 5",
        "0x74, 1, 33, 2",
        "0x75, -8, 1, -4",
        "0x76, -8, 1, 2147483644",
        "0x77, -2147483648, 1, 1",
        "0x79, 1, 0, 63",
        "0x88, -1, 63, 1",
        "0xa7, 4294967295, 0, -1",
        "0xac, 4294967295, 0, -1",
        "0xad, -1, 0, 4294967295",
        "0xc0, 255, 0, -1",
        "0xc1, 65535, 0, -1"
    })
    void numbersAreAsTheSpecificationHasThem(String op, long left, long right, long result) {
        assertThat(FlatValues.of(Integer.decode(op), left, right)).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource({"0xb8, -1, 4294967295", "0xba, -1, 1.8446744073709552E19", "0xba, 5, 5"})
    void wholeNumbersBecomeOnesOfFloatingPoint(String op, long number, double result) {
        assertThat(Double.longBitsToDouble(FlatValues.of(Integer.decode(op), number, 0)))
                .isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource({"-3.5, 0", "NaN, 0", "3.9, 3", "4294967295, -1", "1e20, -1"})
    void floatingPointIsCutToWhatFits(double number, long result) {
        assertThat(FlatValues.of(FlatOp.I32_TRUNC_SAT_F64_U, Double.doubleToRawLongBits(number), 0))
                .isEqualTo(result);
    }
}

package dev.plumbline.runbook.step;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.operation.runbook.SqlRows;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlAnswerTest {
    /** What came (its first cells, or - for no row), what is asked for, what is found, and the words. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "t   | {}                  | HOLDS   | The answer is true.",
                "f   | {\"equals\": true}  | FAILS   | The answer is false; the check asks for true.",
                "f   | {\"equals\": false} | HOLDS   | The answer is false.",
                "∅   | {\"equals\": true}  | FAILS   | The answer is NULL; the check asks for true.",
                "2   | {\"equals\": 0}     | FAILS   | The answer is 2; the check asks for 0.",
                "t   | {\"equals\": \"x\"} | FAILS   | The answer is t; the check asks for x.",
                "-   | {\"equals\": 0}     | FAILS   | No row came; the check asks for 0.",
                "-   | {\"exists\": true}  | FAILS   | No row came; the check asks for any.",
                "1 2 | {\"exists\": false} | FAILS   | 2 rows came; the check asks for none.",
                "-   | {\"exists\": false} | HOLDS   | No row came, as the check asks.",
                "1   | {\"rows\": 0}       | FAILS   | 1 row came; the check asks for none.",
                "1 2 | {\"rows\": 2}       | HOLDS   | 2 rows came, as the check asks.",
                "2   | {\"at-least\": 3}   | FAILS   | The answer is 2; the check asks for at least 3.",
                "2   | {\"at-most\": 3}    | HOLDS   | The answer is 2, as the check asks.",
                "no  | {\"at-most\": 3}    | UNKNOWN | The answer is no, no number; the check asks for at most 3.",
            })
    void whatCameIsToldBesideWhatIsAskedFor(String cells, String fields, String finding, String words)
            throws Exception {
        List<List<String>> rows = cells.equals("-")
                ? List.of()
                : List.of(cells.split(" ")).stream().map(List::of).toList();
        CheckAnswer answer = SqlAnswer.of(
                new SqlRows(List.of("a"), rows, rows.size(), Duration.ZERO),
                (ObjectNode) new ObjectMapper().readTree(fields),
                List.of());
        assertThat(answer.finding()).hasToString(finding);
        assertThat(answer.sentence()).isEqualTo(words);
    }
}

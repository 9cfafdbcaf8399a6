package dev.plumbline.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTextTest {
    private static final List<String> HEADERS = List.of("role", "note");

    @Test
    void csvQuotesWhatWouldBreakARowAndDefusesFormulas() {
        String csv = TableText.csv(HEADERS, List.of(List.of("a,\"b\"", "=HYPERLINK(1)"), List.of("line\nend", "-1")));
        assertThat(csv).isEqualTo("role,note\r\n\"a,\"\"b\"\"\",'=HYPERLINK(1)\r\n\"line\nend\",'-1\r\n");
    }

    @Test
    void markdownKeepsOneRowPerRow() {
        String markdown = TableText.markdown(HEADERS, List.of(List.of("a|b", "line\nend")));
        assertThat(markdown).isEqualTo("| role | note |\n| --- | --- |\n| a\\|b | line<br>end |\n");
    }
}

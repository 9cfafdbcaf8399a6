package dev.plumbline.execute;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SELECT 1 | SELECT 1",
                "UPDATE t SET a = 'x', b = 'it''s' WHERE c = $1 | UPDATE t SET a = '…', b = '…''…' WHERE c = $1",
                "ALTER ROLE a PASSWORD 'canary | ALTER ROLE a PASSWORD …",
                "SELECT E'a\\'canary', 'canary' | SELECT E…",
                "DO $$ BEGIN PERFORM 'canary'; END $$ | DO …",
                "SELECT $x$canary$x$, 1 | SELECT …"
            })
    void leavesTextsOut(String statement, String shown) {
        assertThat(QueryText.shown(statement)).isEqualTo(shown).doesNotContain("canary");
    }

    @org.junit.jupiter.api.Test
    void isShortAndOnOneLine() {
        assertThat(QueryText.shown("SELECT\n" + "x, ".repeat(200)))
                .hasSizeLessThan(210)
                .startsWith("SELECT x, x");
    }

    @org.junit.jupiter.api.Test
    void theKeyOfPgFluxIsTheOneItComputes() {
        assertThat(ForeignLock.ofText("pg-flux migrate apply", "pg-flux-migrate:_pgflux")
                        .key())
                .isEqualTo(-6379423388752928284L);
    }
}

package dev.plumbline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SqlTest {
    @Test
    void aNameIsAlwaysQuotedAndItsQuotesDoubled() {
        assertThat(Sql.of("DROP ROLE %I", Name.of("x\"; DROP ROLE y; --")).text())
                .isEqualTo("DROP ROLE \"x\"\"; DROP ROLE y; --\"");
        assertThat(Sql.of("DROP ROLE %I", Name.of("select")).text()).isEqualTo("DROP ROLE \"select\"");
    }

    @Test
    void aLiteralReadsTheSameUnderEveryStringSetting() {
        assertThat(Sql.of("SELECT %L", "it's").text()).isEqualTo("SELECT 'it''s'");
        assertThat(Sql.of("SELECT %L", "a\\'b").text()).isEqualTo("SELECT  E'a\\\\''b'");
    }

    @Test
    void aPartOfStatementsIsTakenAsItStands() {
        Sql list = Sql.join(", ", List.of(Sql.of("%I", Name.of("a")), Sql.of("%I", Name.of("b"))));
        assertThat(Sql.of("GRANT %s TO %I WITH x = '100%%'", list, Name.of("c")).text())
                .isEqualTo("GRANT \"a\", \"b\" TO \"c\" WITH x = '100%'");
    }

    @Test
    void whatATemplateDoesNotAskForIsRefused() {
        assertThatThrownBy(() -> Sql.of("DROP ROLE %I", "a string")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Sql.of("SELECT 1", Name.of("a"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Sql.of("SELECT %L", "a\0b")).isInstanceOf(RefusedName.class);
        assertThatThrownBy(() -> new Sql(" ")).isInstanceOf(IllegalArgumentException.class);
    }
}

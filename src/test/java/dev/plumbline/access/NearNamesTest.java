package dev.plumbline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearNamesTest {
    private static final List<String> KNOWN = List.of("db_ledger_app", "db_ledger_owner", "posting.entry", "Orders");

    @Test
    void aSlipOfAFewLettersIsFound() {
        assertThat(NearNames.of("db_ledgr_app", KNOWN)).containsExactly("db_ledger_app");
        assertThat(NearNames.of("oders", KNOWN)).containsExactly("Orders");
    }

    @Test
    void aPartOfANameFindsTheNearestFirst() {
        assertThat(NearNames.of("ledger", KNOWN)).containsExactly("db_ledger_app", "db_ledger_owner");
        assertThat(NearNames.of("entry", KNOWN)).containsExactly("posting.entry");
    }

    @Test
    void whatIsFarFromAllFindsNothing() {
        assertThat(NearNames.of("warehouse", KNOWN)).isEmpty();
        assertThat(NearNames.of("", KNOWN)).isEmpty();
    }
}

package dev.plumbline.drift.velocity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Name;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class QuarantineNameTest {
    private static final Instant TIME = Instant.parse("2026-11-27T02:00:55Z");

    @Test
    void aWholeNameTellsWhereTheTableCameFrom() {
        QuarantineName name = new QuarantineName(Name.of("acme_crm_sales"), Name.of("lead__v1"));
        Name aside = name.at(TIME);
        assertThat(aside.text()).isEqualTo("acme_crm_sales__lead__v1__20261127_020055");
        assertThat(name.wasCut(aside)).isFalse();
        assertThat(QuarantineName.read(aside)).contains(name);
    }

    @Test
    void aNameThatWasCutIsNoWholeOne() {
        QuarantineName name =
                new QuarantineName(Name.of("acme_supply_chain_procurement"), Name.of("purchase_order_v0"));
        Name aside = name.at(TIME);
        assertThat(aside.text()).hasSize(63).endsWith("__cut__20261127_020055");
        assertThat(name.wasCut(aside)).isTrue();
        assertThat(QuarantineName.read(aside)).isEmpty();
    }

    @Test
    void anotherFormTellsNothing() {
        assertThat(QuarantineName.read(Name.of("purchase_order"))).isEmpty();
    }

    @Test
    void aNameMayBeWrittenAsInSql() {
        assertThat(QuarantineName.written("acme.lead_v0"))
                .contains(new QuarantineName(Name.of("acme"), Name.of("lead_v0")));
        assertThat(QuarantineName.written("acme.Weird Table"))
                .contains(new QuarantineName(Name.of("acme"), Name.of("Weird Table")));
        assertThat(QuarantineName.written("\"a.b\".\"say \"\"x\"\"\""))
                .contains(new QuarantineName(Name.of("a.b"), Name.of("say \"x\"")));
        assertThat(QuarantineName.written("lead_v0")).isEmpty();
        QuarantineName hostile = new QuarantineName(Name.of("a.b"), Name.of("say \"x\""));
        assertThat(QuarantineName.written(hostile.written())).contains(hostile);
        assertThat(QuarantineName.begin(Name.of("acme__lead_v__cut__20260101_000000")))
                .isEqualTo("acme.");
        assertThat(QuarantineName.written(".lead_v0")).isEmpty();
        assertThat(QuarantineName.written("acme.")).isEmpty();
        assertThat(QuarantineName.written("acme.\"open")).isEmpty();
    }
}

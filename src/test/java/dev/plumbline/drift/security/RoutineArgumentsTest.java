package dev.plumbline.drift.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoutineArgumentsTest {
    @Test
    void ordinaryArgumentsStayAsTheServerWritesThem() {
        assertThat(RoutineArguments.forSignature("")).isEmpty();
        assertThat(RoutineArguments.forSignature("amount integer, VARIADIC rest text[]"))
                .isEqualTo("amount integer, VARIADIC rest text[]");
        assertThat(RoutineArguments.forSignature("\"an ORDER BY \"\"x\"\" ORDER BY \" integer"))
                .isEqualTo("\"an ORDER BY \"\"x\"\" ORDER BY \" integer");
    }

    @Test
    void anOrderedSetAggregateHasAllItsArgumentsInOneList() {
        assertThat(RoutineArguments.forSignature("double precision ORDER BY anyelement"))
                .isEqualTo("double precision, anyelement");
        assertThat(RoutineArguments.forSignature("ORDER BY anyelement")).isEqualTo("anyelement");
        assertThat(RoutineArguments.forSignature("VARIADIC \"any\" ORDER BY VARIADIC \"any\""))
                .isEqualTo("VARIADIC \"any\"");
    }
}

package dev.plumbline.catalog.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Holds what a map of the library holds. */
class OidMapTest {
    @Test
    void knowsWhatAnotherMapKnows() {
        Random random = new Random(7);
        OidMap<String> map = new OidMap<>();
        Map<Integer, String> other = new HashMap<>();
        for (int at = 0; at < 20_000; at++) {
            // Near each other, far from each other, and above what fits with a sign.
            int oid = at % 3 == 0 ? 16_384 + at : at % 3 == 1 ? random.nextInt() | 1 : 0x8000_0000 | at << 8;
            map.put(oid, "of " + at);
            other.put(oid, "of " + at);
        }
        other.forEach((oid, value) -> {
            assertThat(map.get(oid)).isEqualTo(value);
            assertThat(map.contains(oid)).isTrue();
        });
        Map<Integer, String> visited = new HashMap<>();
        map.forEach(visited::put);
        assertThat(visited).isEqualTo(other);
        for (int at = 0; at < 1_000; at++) {
            int oid = random.nextInt() & ~1;
            assertThat(map.contains(oid)).isEqualTo(other.containsKey(oid));
            assertThat(map.get(oid)).isEqualTo(other.get(oid));
        }
    }

    @Test
    void zeroIsNoOid() {
        OidMap<String> map = new OidMap<>();
        assertThat(map.contains(0)).isFalse();
        assertThat(map.get(0)).isNull();
        assertThatThrownBy(() -> map.put(0, "none")).isInstanceOf(IllegalArgumentException.class);
    }
}

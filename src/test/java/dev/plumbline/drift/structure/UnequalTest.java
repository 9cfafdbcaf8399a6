package dev.plumbline.drift.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Name;
import dev.plumbline.model.Product;
import dev.plumbline.model.ServerVersion;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.model.structure.StructureSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** States that are walked in more than one slice: nothing is lost or found twice where one ends and the next begins. */
class UnequalTest {
    private static final int SLICE = 20_000;

    private static Structure table(int number, String comment) {
        return new Structure(
                new StructureName(StructureKind.TABLE, Name.of("s"), null, String.format(Locale.ROOT, "t%06d", number)),
                new TreeMap<>(Map.of("comment", comment)),
                false);
    }

    private static StructureIndex index(List<Structure> things) {
        return new StructureIndex(new StructureSnapshot(
                new ServerVersion(Product.POSTGRESQL, 170004, "17.4"),
                Name.of("d"),
                things,
                List.of(),
                Map.of(),
                List.of()));
    }

    private static List<String> unequal(List<Structure> from, List<Structure> to) {
        return Unequal.of(index(from), index(to)).stream()
                .map(one -> (one.from() == null ? "+" : one.to() == null ? "-" : "~")
                        + Integer.parseInt(one.name().name().substring(1)))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, SLICE - 1, SLICE, SLICE + 1, 2 * SLICE, 2 * SLICE + 1, 3 * SLICE})
    void everyPlaceNearAnEdgeIsLookedAtOnce(int size) {
        List<Structure> even = new ArrayList<>();
        for (int number = 0; number < size; number++) {
            even.add(table(2 * number, "a"));
        }
        assertThat(unequal(even, even)).isEmpty();
        for (int place : new int[] {0, SLICE - 1, SLICE, SLICE + 1, 2 * SLICE - 1, 2 * SLICE, size - 1}) {
            if (place >= 0 && place < size) {
                List<Structure> without = new ArrayList<>(even);
                without.remove(place);
                assertThat(unequal(even, without)).containsExactly("-" + 2 * place);
                assertThat(unequal(without, even)).containsExactly("+" + 2 * place);
                List<Structure> changed = new ArrayList<>(even);
                changed.set(place, table(2 * place, "b"));
                assertThat(unequal(even, changed)).containsExactly("~" + 2 * place);
                List<Structure> more = new ArrayList<>(even);
                more.add(place + 1, table(2 * place + 1, "a"));
                assertThat(unequal(even, more)).containsExactly("+" + (2 * place + 1));
            }
        }
    }

    @Test
    void allOfOneSideIsFoundWhereTheOtherIsEmpty() {
        List<Structure> many = new ArrayList<>();
        for (int number = 0; number < 2 * SLICE + 5; number++) {
            many.add(table(number, "a"));
        }
        assertThat(unequal(many, List.of())).hasSameSizeAs(many).allMatch(one -> one.startsWith("-"));
        assertThat(unequal(List.of(), many)).hasSameSizeAs(many).allMatch(one -> one.startsWith("+"));
    }
}

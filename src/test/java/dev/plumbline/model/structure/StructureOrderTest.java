package dev.plumbline.model.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Name;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The quick way of sorting gives what comparing every name with every other gives. */
class StructureOrderTest {
    private static final Comparator<Structure> BY_NAME = Comparator.comparing(Structure::name);

    private static Structure thing(StructureKind kind, String schema, String parent, String name) {
        return new Structure(
                new StructureName(
                        kind,
                        schema.isEmpty() ? null : Name.of(schema),
                        parent.isEmpty() ? null : Name.of(parent),
                        name),
                new TreeMap<>(),
                false);
    }

    private static List<Structure> others() {
        List<Structure> others = new ArrayList<>();
        for (String schema : List.of("b", "a", "ab")) {
            others.add(thing(StructureKind.SCHEMA, "", "", schema));
            for (String table : List.of("t", "s", "u")) {
                others.add(thing(StructureKind.TABLE, schema, "", table));
                others.add(thing(StructureKind.TRIGGER, schema, table, "x"));
                others.add(thing(StructureKind.POLICY, schema, table, "c"));
            }
            others.add(thing(StructureKind.ROUTINE, schema, "", "t(integer)"));
        }
        others.add(thing(StructureKind.PUBLICATION, "", "", "z"));
        return others;
    }

    private static List<List<Structure>> parts() {
        List<List<Structure>> parts = new ArrayList<>();
        for (String schema : List.of("ab", "a", "b")) {
            for (String table : List.of("u", "t", "s")) {
                List<Structure> ofOne = new ArrayList<>();
                for (String name : List.of("c", "a", "b")) {
                    ofOne.add(thing(StructureKind.COLUMN, schema, table, name));
                    ofOne.add(thing(StructureKind.INDEX, schema, table, name));
                    ofOne.add(thing(StructureKind.CONSTRAINT, schema, table, name));
                }
                parts.add(ofOne);
            }
        }
        return parts;
    }

    @Test
    void aShuffledListComesOutInTheOrderOfNames() {
        List<Structure> wanted = new ArrayList<>(others());
        parts().forEach(wanted::addAll);
        wanted.sort(BY_NAME);
        assertThat(StructureOrder.sorted(wanted)).isEqualTo(wanted);
        for (int seed = 0; seed < 20; seed++) {
            List<Structure> shuffled = new ArrayList<>(wanted);
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(StructureOrder.sorted(shuffled)).isEqualTo(wanted);
        }
    }
}

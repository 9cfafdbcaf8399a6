package dev.plumbline.drift.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Name;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StructureTextTest {
    @Test
    void aColumnIsOneLineWithItsTypeFirstAndWithoutItsPosition() {
        assertThat(text(
                        StructureKind.COLUMN,
                        "amount",
                        Map.of("type", "numeric(12,2)", "not null", "yes", "position", "4", "default", "0")))
                .isEqualTo("column  amount  numeric(12,2)  default = 0  not null");
    }

    @Test
    void linesOfAnExpressionAndNamesThatDeceiveStayOneLine() {
        assertThat(text(StructureKind.POLICY, "a\u202Eb", Map.of("using", "(a\n   OR b)")))
                .isEqualTo("policy  a\\u{202E}b  using = (a OR b)");
    }

    private static String text(StructureKind kind, String name, Map<String, String> properties) {
        Structure thing = new Structure(
                new StructureName(kind, Name.of("s"), Name.of("t"), name), new TreeMap<>(properties), false);
        return StructureText.of(List.of(thing)).get(0).text();
    }
}

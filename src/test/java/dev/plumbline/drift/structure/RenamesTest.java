package dev.plumbline.drift.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Name;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.model.structure.StructureSnapshot;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RenamesTest {
    @Test
    void whatBearsATablesNameTakesNoColumnsAlong() {
        StructureSnapshot left = withStatistics("line");
        StructureSnapshot right = withStatistics("line_numbers");
        List<String> asked = List.of("statistics object s.line=s.line_numbers");
        StructureComparison renamed = StructureComparison.of(left, right, Renames.of(asked, left, right));
        assertThat(renamed.differences()).isEmpty();
        assertThat(renamed.renamed()).hasSize(1);
    }

    @Test
    void anOfferBehindARenameIsAcceptedByTheNamesBeforeIt() {
        StructureSnapshot left = table("line", "line_key");
        StructureSnapshot right = table("lines", "lines_key");
        List<String> first = List.of("table s.line=s.lines");
        StructureComparison once = StructureComparison.of(left, right, Renames.of(first, left, right));
        assertThat(once.renames()).hasSize(1);
        String second = once.renames().get(0).argumentWithKind();
        assertThat(second).isEqualTo("constraint s.line.line_key=s.lines.lines_key");
        List<String> both = List.of(first.get(0), second);
        assertThat(StructureComparison.of(left, right, Renames.of(both, left, right))
                        .differences())
                .isEmpty();
    }

    @Test
    void namesBeforeAreThoseOfTheFirstState() {
        StructureSnapshot left = table("line", "line_key");
        StructureSnapshot right = table("lines", "line_key");
        Renames renames = Renames.of(List.of("table s.line=s.lines"), left, right);
        Map<StructureName, StructureName> before = renames.before(left);
        assertThat(before)
                .containsEntry(States.table("lines"), States.table("line"))
                .containsEntry(States.column("lines", "id"), States.column("line", "id"));
    }

    @Test
    void onlyWhatStandsBehindItsSchemaIsPutBackInText() {
        StructureName was = new StructureName(StructureKind.ENUM, Name.of("s"), null, "mood");
        StructureName now = new StructureName(StructureKind.ENUM, Name.of("s"), null, "Temper");
        StructureSnapshot left = new States().with(was, "labels", "'a'").state();
        StructureSnapshot right = new States().with(now, "labels", "'a'").state();
        Renames renames = Renames.of(List.of("enum type s.mood=s.Temper"), left, right);
        assertThat(renames.before("(\"Temper\" = 's.\"Temper\"'::s.\"Temper\" AND x >= 1)"))
                .isEqualTo("(\"Temper\" = 's.\"Temper\"'::s.\"mood\" AND x >= 1)");
    }

    private static StructureSnapshot withStatistics(String name) {
        return new States()
                .with(States.table("line"))
                .with(States.column("line", "id"), "type", "bigint")
                .with(
                        new StructureName(StructureKind.STATISTICS, Name.of("s"), null, name),
                        "definition",
                        "CREATE STATISTICS s." + name + " ON id FROM s.line")
                .state();
    }

    private static StructureSnapshot table(String name, String key) {
        return new States()
                .with(States.table(name))
                .with(States.column(name, "id"), "type", "bigint")
                .with(States.part(StructureKind.CONSTRAINT, name, key), "definition", "UNIQUE (id)")
                .state();
    }
}

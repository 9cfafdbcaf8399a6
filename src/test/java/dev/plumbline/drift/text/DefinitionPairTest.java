package dev.plumbline.drift.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.structure.States;
import dev.plumbline.model.Name;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.model.structure.StructureSnapshot;
import java.util.List;
import org.junit.jupiter.api.Test;

class DefinitionPairTest {
    private static final StructureName POST =
            new StructureName(StructureKind.ROUTINE, Name.of("s"), null, "post(integer)");

    @Test
    void aBodyIsComparedLineByLine() {
        StructureSnapshot left = new States()
                .with(POST, "definition", "BEGIN\n  a := 1;\n  b;\nEND;")
                .state();
        StructureSnapshot right = new States()
                .with(POST, "definition", "BEGIN\n  a := 2;\n  b;\n  c;\nEND;")
                .state();
        DefinitionPair.Rows rows = DefinitionPair.of(left.things(), right.things(), word -> false);
        assertThat(rows.rows().stream()
                        .map(row -> row.kind().sign() + row.leftText() + "|" + row.rightText())
                        .toList())
                .containsExactly(
                        " routine  post(integer)|routine  post(integer)",
                        "     definition|    definition",
                        "         BEGIN|        BEGIN",
                        "~          a := 1;|          a := 2;",
                        "           b;|          b;",
                        "+|          c;",
                        "         END;|        END;");
        assertThat(rows.rows().get(3).right().stream()
                        .filter(TextPair.Piece::differs)
                        .map(TextPair.Piece::text))
                .containsExactly("2");
        assertThat(rows.places()).containsEntry(POST, 0);
    }

    @Test
    void ownersAndGrantsHaveLinesOfTheirOwnAndColumnsAreFoundByName() {
        StructureSnapshot left = new States()
                .with(States.table("a"), "owner", "one", "privileges", "app=r\nits owner=arw")
                .with(States.column("a", "id"), "type", "integer", "not null", "yes")
                .state();
        StructureSnapshot right = new States()
                .with(States.table("a"), "owner", "two", "privileges", "its owner=arw")
                .with(States.column("a", "id"), "type", "bigint", "not null", "yes")
                .state();
        Definitions before = new Definitions(left);
        DefinitionPair.Rows rows = DefinitionPair.of(
                before.of(States.column("a", "id")),
                new Definitions(right).of(States.table("a")),
                word -> word.equals("owner"));
        List<String> texts = rows.rows().stream()
                .map(row -> row.kind().sign() + row.leftText() + "|" + row.rightText())
                .toList();
        assertThat(texts)
                .containsExactly(
                        " table  a|table  a",
                        "~    owner = one|    owner = two",
                        "     privileges|    privileges",
                        "−        app=r|",
                        "         its owner=arw|        its owner=arw",
                        "~column  id  integer  not null|column  id  bigint  not null");
        assertThat(rows.places()).containsEntry(States.column("a", "id"), 5);
        assertThat(before.of(States.view("none"))).isEmpty();
    }
}

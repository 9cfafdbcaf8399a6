package dev.plumbline.drift.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.structure.StructureName;
import dev.plumbline.model.structure.StructureSnapshot;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScopedTargetTest {
    private static final StructureSnapshot FROM = new States()
            .with(States.table("a"))
            .with(States.column("a", "id"), "type", "integer")
            .with(States.column("a", "old"), "type", "text")
            .with(States.table("gone"))
            .with(States.column("gone", "id"), "type", "integer")
            .with(States.view("of_gone"), "definition", "SELECT id FROM s.gone")
            .needing(States.view("of_gone"), States.table("gone"))
            .state();
    private static final StructureSnapshot TO = new States()
            .with(States.table("a"))
            .with(States.column("a", "id"), "type", "bigint")
            .with(States.column("a", "note"), "type", "text")
            .with(States.table("came"))
            .with(States.column("came", "id"), "type", "integer")
            .with(States.view("of_came"), "definition", "SELECT id FROM s.came")
            .needing(States.view("of_came"), States.table("came"))
            .state();
    private final StructureComparison whole = StructureComparison.of(FROM, TO);

    @Test
    void allOfItIsTheOtherState() {
        Set<StructureName> all = Set.copyOf(
                whole.differences().stream().map(StructureDifference::name).toList());
        ScopedTarget scoped = ScopedTarget.of(FROM, TO, whole, all);
        assertThat(scoped.target()).isEqualTo(TO);
        assertThat(scoped.left()).isEmpty();
    }

    @Test
    void whatWasChosenIsSetRightAndNothingElse() {
        Set<StructureName> chosen = Set.of(States.column("a", "id"), States.table("came"));
        ScopedTarget scoped = ScopedTarget.of(FROM, TO, whole, chosen);
        assertThat(scoped.left()).isEmpty();
        StructureComparison done = StructureComparison.of(FROM, scoped.target());
        assertThat(done.differences().stream().map(StructureDifference::name))
                .containsExactlyInAnyOrderElementsOf(chosen);
        assertThat(StructureComparison.of(scoped.target(), TO).differences())
                .hasSize(whole.differences().size() - chosen.size());
    }

    @Test
    void whatCannotBeSetRightAloneStaysAndSaysWhy() {
        ScopedTarget needs = ScopedTarget.of(FROM, TO, whole, Set.of(States.view("of_came")));
        assertThat(needs.left()).hasSize(1);
        assertThat(needs.left().get(0).name()).isEqualTo(States.view("of_came"));
        assertThat(needs.left().get(0).reason()).contains("it needs table s.came, which is not chosen");
        assertThat(StructureComparison.of(FROM, needs.target()).isEmpty()).isTrue();
        ScopedTarget needed = ScopedTarget.of(FROM, TO, whole, Set.of(States.table("gone")));
        assertThat(needed.left().get(0).reason()).contains("view s.of_gone needs it, and is not chosen");
        assertThat(StructureComparison.of(FROM, needed.target()).isEmpty()).isTrue();
        ScopedTarget both = ScopedTarget.of(FROM, TO, whole, Set.of(States.table("gone"), States.view("of_gone")));
        assertThat(both.left()).isEmpty();
    }
}

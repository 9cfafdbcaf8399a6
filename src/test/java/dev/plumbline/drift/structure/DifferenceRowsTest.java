package dev.plumbline.drift.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureSnapshot;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DifferenceRowsTest {
    private static final StructureSnapshot LEFT = new States()
            .with(States.table("a"), "owner", "one", "comment", "old")
            .with(States.column("a", "id"), "type", "bigint")
            .with(States.column("a", "gone"), "type", "text")
            .with(States.part(StructureKind.INDEX, "a", "slow"), "definition", "CREATE INDEX ON s.a USING btree (id)")
            .with(States.part(StructureKind.POLICY, "a", "own"), "using", "true")
            .withUnread("languages", 2)
            .withGap("views")
            .state();
    private static final StructureSnapshot RIGHT = new States()
            .with(States.table("a"), "owner", "two", "comment", "new")
            .with(States.column("a", "id"), "type", "integer")
            .with(
                    States.part(StructureKind.INDEX, "a", "sole"),
                    "definition",
                    "CREATE UNIQUE INDEX ON s.a USING btree (id)")
            .state();
    private final StructureComparison comparison = StructureComparison.of(LEFT, RIGHT);
    private final List<DifferenceRow> rows = DifferenceRows.of(LEFT, RIGHT, comparison, Uncompared.of(LEFT, RIGHT));

    @Test
    void eachLineIsOfOneLayerWithItsSeverity() {
        assertThat(rows.stream()
                        .map(row -> row.layer().word() + " " + row.presence().sign() + " " + row.severity() + " "
                                + row.kind() + " " + row.shown())
                        .toList())
                .containsExactly(
                        "structure ~ LOW table s.a",
                        "structure − HIGH column s.a.gone",
                        "structure ~ HIGH column s.a.id",
                        "structure − LOW index s.a.slow",
                        "structure + MEDIUM index s.a.sole",
                        "structure ? UNKNOWN views views",
                        "structure − HIGH policy s.a.own",
                        "structure ? UNKNOWN languages languages",
                        "ownership ~ MEDIUM table s.a");
        assertThat(rows.get(5).reason()).contains("On the left they could not be read: 42501");
        assertThat(rows.get(7).reason()).contains("On the left there are 2");
    }

    @Test
    void chosenLinesAreAComparisonAgain() {
        assertThat(DifferenceRows.comparison(comparison, rows)).isEqualTo(comparison);
        StructureComparison some = DifferenceRows.comparison(comparison, List.of(rows.get(8)));
        assertThat(some.differences()).hasSize(1);
        assertThat(some.differences().get(0).properties()).extracting("word").containsExactly("owner");
        assertThat(some.unknown()).isEqualTo(comparison.unknown());
    }

    @Test
    void oneFilterForAll() {
        DifferenceFilter all = DifferenceFilter.all();
        assertThat(all.words()).isEmpty();
        assertThat(rows).allMatch(row -> all.accepts(row, false)).noneMatch(row -> all.accepts(row, true));
        assertThat(shown(all.withKinds(Set.of("indexes")))).containsExactly("s.a.slow", "s.a.sole");
        assertThat(shown(all.withText("BIGINT"))).containsExactly("s.a.id");
        assertThat(shown(all.withText("permission"))).containsExactly("views");
        assertThat(shown(all.withSeverities(EnumSet.of(Severity.LOW)).withPresences(EnumSet.of(Presence.ONLY_LEFT))))
                .containsExactly("s.a.slow");
        assertThat(shown(all.withLayers(Set.of()))).isEmpty();
        assertThat(all.withKinds(Set.of("views", "indexes"))
                        .withSeverities(EnumSet.of(Severity.LOW))
                        .withText(" x ")
                        .words())
                .isEqualTo("kinds indexes, views; severity low; with the text \"x\"");
    }

    private List<String> shown(DifferenceFilter filter) {
        return rows.stream()
                .filter(row -> filter.accepts(row, false))
                .map(DifferenceRow::shown)
                .toList();
    }

    @Test
    void theOtherWayRoundItIsTheSameDifferenceAndInAnotherWayItIsNot() {
        StructureComparison back = StructureComparison.of(RIGHT, LEFT);
        List<DifferenceRow> flipped = DifferenceRows.of(RIGHT, LEFT, back, List.of());
        List<Optional<String>> here = rows.stream()
                .map(row -> row.fingerprint(false))
                .filter(Optional::isPresent)
                .toList();
        assertThat(flipped.stream().map(row -> row.fingerprint(true)).toList())
                .containsExactlyInAnyOrderElementsOf(here);
        assertThat(flipped.stream().map(row -> row.fingerprint(false)).toList()).doesNotContainAnyElementsOf(here);
        StructureSnapshot other = new States()
                .with(States.table("a"), "owner", "two", "comment", "new")
                .with(States.column("a", "id"), "type", "smallint")
                .state();
        DifferenceRow id = DifferenceRows.of(LEFT, other, StructureComparison.of(LEFT, other), List.of()).stream()
                .filter(row -> row.shown().equals("s.a.id"))
                .findFirst()
                .orElseThrow();
        assertThat(here).doesNotContain(id.fingerprint(false));
        assertThat(rows.get(5).fingerprint(false)).isEmpty();
    }

    @Test
    void whatDependsOnAThingIsToldWithWhatDependsOnThat() {
        StructureSnapshot state = new States()
                .with(States.table("a"))
                .with(States.column("a", "id"), "type", "integer")
                .with(States.part(StructureKind.CONSTRAINT, "a", "a_pkey"), "definition", "PRIMARY KEY (id)")
                .with(States.table("b"))
                .with(States.part(StructureKind.CONSTRAINT, "b", "to_a"), "definition", "FOREIGN KEY")
                .with(States.view("ids"))
                .with(States.view("all_ids"))
                .needing(States.part(StructureKind.CONSTRAINT, "a", "a_pkey"), States.column("a", "id"))
                .needing(
                        States.part(StructureKind.CONSTRAINT, "b", "to_a"),
                        States.part(StructureKind.CONSTRAINT, "a", "a_pkey"))
                .needing(States.view("ids"), States.column("a", "id"))
                .needing(States.view("all_ids"), States.view("ids"))
                .state();
        Dependents dependents = Dependents.of(state);
        Dependents.Found ofTable = dependents.of(States.table("a"));
        assertThat(ofTable.direct())
                .containsExactlyInAnyOrder(States.part(StructureKind.CONSTRAINT, "b", "to_a"), States.view("ids"));
        assertThat(ofTable.further()).containsExactly(States.view("all_ids"));
        assertThat(dependents.of(States.column("a", "id")).direct())
                .contains(States.part(StructureKind.CONSTRAINT, "a", "a_pkey"), States.view("ids"));
        assertThat(dependents.of(States.view("all_ids")).isEmpty()).isTrue();
    }
}

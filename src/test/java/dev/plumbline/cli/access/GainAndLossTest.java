package dev.plumbline.cli.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.access.change.NamedDifference;
import dev.plumbline.model.Grantee;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GainAndLossTest {
    @Test
    void whatDiffersIsMarkedOnBothSidesAndNeverCutOff() {
        List<NamedDifference.Line> same = new ArrayList<>();
        for (int number = 0; number < 30; number++) {
            same.add(line("same" + number, Privilege.SELECT));
        }
        List<NamedDifference.Line> modelled = new ArrayList<>(same);
        List<NamedDifference.Line> proved = new ArrayList<>(same);
        for (int number = 0; number < 25; number++) {
            modelled.add(line("t" + number, Privilege.SELECT));
            proved.add(line("t" + number, Privilege.UPDATE));
        }
        List<String> lines =
                new GainAndLoss(new NamedDifference(modelled), Optional.of(new NamedDifference(proved))).lines();
        assertThat(lines.get(0))
                .isEqualTo("Gain and loss: what was proved (55 cells of the matrix) is NOT what was modelled (55 cells"
                        + " of the matrix):");
        assertThat(lines).filteredOn(line -> line.startsWith("  only proved:")).hasSize(25);
        assertThat(lines)
                .filteredOn(line -> line.startsWith("  only modelled:"))
                .hasSize(25)
                .contains("  only modelled: + app [SELECT] on t24");
        assertThat(lines).contains("  + app [SELECT] on same0", "  and 10 lines more (-o json has them all)");
    }

    @Test
    void aProofThatNobodyGainsSaysThatItIsProved() {
        NamedDifference nothing = new NamedDifference(List.of());
        assertThat(new GainAndLoss(nothing, Optional.of(nothing)).lines())
                .containsExactly("Nobody gains or loses anything, which is proved.");
        assertThat(new GainAndLoss(nothing, Optional.empty()).lines())
                .containsExactly("Nobody gains or loses anything.");
    }

    private static NamedDifference.Line line(String table, Privilege privilege) {
        return new NamedDifference.Line(
                Grantee.role(Name.of("app")),
                true,
                false,
                PrivilegeSet.of(privilege),
                null,
                ObjectKind.RELATION,
                table.hashCode(),
                table,
                "");
    }
}

package dev.plumbline.drift.gate;

import static dev.plumbline.drift.gate.SampleUpgrade.atLeast;
import static dev.plumbline.drift.gate.SampleUpgrade.pods;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.gate.GateResult.Verdict;
import dev.plumbline.model.upgrade.PodVersionCheck;
import dev.plumbline.model.upgrade.RunningPod;
import dev.plumbline.model.upgrade.RunningPod.Container;
import dev.plumbline.model.upgrade.Seen;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionGateTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "strict | a:2.0.0 b:2.1.0 | PASSES | All 2 pod(s) meet minimum version 2.0.0",
                "strict | a:2.0.0 b:1.9.0 | BLOCKS | 1 pod(s) have version below minimum 2.0.0",
                "strict | a:2.0.0-rc.1 | BLOCKS | 1 pod(s) have version below minimum 2.0.0",
                "strict | a:latest b:v1.2 c@sha256:x | BLOCKS | 3 pod(s) have version below minimum 2.0.0",
                "lenient | a:latest b:2.0.0 | PASSES | All 1 pod(s) meet minimum version 2.0.0 (1 skipped due to non-semver tags)",
                "lenient | a:latest b:1.0.0 | BLOCKS | 1 pod(s) have version below minimum 2.0.0 (1 skipped due to non-semver tags)",
                "lenient | a:latest b:main | BLOCKS | No pods with semver tags found (2 skipped); cannot validate versions",
                "lenient | '' | BLOCKS | No pods found matching selector map[app:myapp]"
            })
    void theTextsAreTheOperatorsOwn(String mode, String images, Verdict verdict, String message) {
        String[] given = images.isEmpty() ? new String[0] : images.split(" ");
        GateResult result = new VersionGate(atLeast("2.0.0", "", mode.equals("strict"))).compute(pods(given));
        assertThat(result.verdict()).isEqualTo(verdict);
        assertThat(result.message()).isEqualTo(message);
    }

    @Test
    void containersThatRunBeforeCountTooUnlessOneIsNamed() {
        Seen<List<RunningPod>> seen = Seen.of(List.of(new RunningPod(
                "p",
                "Running",
                List.of(new Container("app", "a:2.0.0", false), new Container("wait", "busybox:1.36", true)))));
        GateResult all = new VersionGate(atLeast("2.0.0", "", true)).compute(seen);
        assertThat(all.verdict()).isEqualTo(Verdict.BLOCKS);
        assertThat(all.pods()).extracting(GateResult.PodLine::container).containsExactly("app", "wait (init)");
        assertThat(new VersionGate(atLeast("2.0.0", "app", true)).compute(seen).verdict())
                .isEqualTo(Verdict.PASSES);
    }

    @Test
    void aNameThatNoContainerHasPassesAndThatIsSaid() {
        GateResult result = new VersionGate(atLeast("2.0.0", "typo", true)).compute(pods("a:1.0.0"));
        assertThat(result.verdict()).isEqualTo(Verdict.PASSES);
        assertThat(result.message()).isEqualTo("All 0 pod(s) meet minimum version 2.0.0");
        assertThat(result.notes()).anyMatch(note -> note.contains("\"typo\""));
    }

    @Test
    void disallowDowngradeIsToldAsUnread() {
        PodVersionCheck check = new PodVersionCheck(SampleUpgrade.APP, "1.0.0", "", true, true);
        assertThat(new VersionGate(check).compute(pods("a:1.0.0")).notes())
                .anyMatch(note -> note.contains("never reads it"));
    }

    @Test
    void whatCannotBeListedIsNeverPassed() {
        VersionGate gate = new VersionGate(atLeast("1.0.0", "", true));
        assertThat(gate.compute(Seen.unknown("forbidden")).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(new VersionGate(atLeast("x", "", true))
                        .compute(pods("a:1.0.0"))
                        .verdict())
                .isEqualTo(Verdict.FAILS);
    }
}

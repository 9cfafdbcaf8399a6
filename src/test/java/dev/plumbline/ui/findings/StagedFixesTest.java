package dev.plumbline.ui.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.access.EffectivePrivileges;
import dev.plumbline.access.change.AccessChange;
import dev.plumbline.drift.security.SecurityChecks;
import dev.plumbline.drift.security.SecurityFinding;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.operation.AccessReport;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** What a finding stages ends that finding, as its statements do. */
class StagedFixesTest {
    @Test
    void eachFindingIsGoneOnceItsChangesAreMade() {
        AccessReport report = SampleFindings.troubled("app_login", "ledger", List.of());
        List<String> staged = new ArrayList<>();
        SoftAssertions all = new SoftAssertions();
        for (SecurityFinding finding : report.findings()) {
            if (!finding.changes().isEmpty()) {
                staged.add(finding.code());
                AccessSnapshot after = report.snapshot();
                for (AccessChange change : finding.changes()) {
                    after = change.applyTo(after);
                }
                all.assertThat(SecurityChecks.run(after, EffectivePrivileges.of(after), report.readAt()))
                        .as(finding.code())
                        .noneMatch(left -> left.code().equals(finding.code())
                                && left.objects().equals(finding.objects()));
            }
        }
        all.assertAll();
        assertThat(staged).contains("SEC-402", "SEC-405", "SEC-407", "SEC-411", "SEC-418");
    }

    @Test
    void whatNoChangeDoesIsNotStaged() {
        assertThat(SampleFindings.troubled("app_login", "ledger", List.of()).findings())
                .filteredOn(finding -> finding.code().equals("SEC-409"))
                .isNotEmpty()
                .allMatch(
                        finding -> finding.changes().isEmpty() && !finding.fix().isEmpty());
    }
}

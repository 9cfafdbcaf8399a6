package dev.plumbline.ui.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.security.SecurityFinding;
import dev.plumbline.model.Gap;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.ui.control.Tone;
import dev.plumbline.ui.reading.Reading;
import dev.plumbline.ui.text.CheckPage;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FindingsViewModelTest {
    private final SampleFindings sample = new SampleFindings();

    @Test
    void theHeaviestStandFirstWithSignAndWord() {
        FindingsViewModel model = read();
        assertThat(model.rows().get(0).weight()).isEqualTo("● high");
        assertThat(model.rows().get(0).tone()).isEqualTo(Tone.DANGER);
        assertThat(model.rows()).extracting(FindingRow::place).isSorted();
        assertThat(model.rows()).extracting(row -> row.finding().severity()).isSorted();
        assertThat(model.rows())
                .extracting(FindingRow::code)
                .contains("SEC-402", "SEC-409", "SEC-411", "SEC-416", "SEC-418", "SEC-424");
        assertThat(model.headlineProperty().get()).isEqualTo(model.rows().size() + " findings about billing");
        assertThat(model.counts()).matches("\\d+ high · \\d+ medium · \\d+ low · \\d+ info");
    }

    @Test
    void aRowHasItsStatementsAndEveryCodeItsPage() {
        FindingsViewModel model = read();
        assertThat(row(model, "SEC-409").script()).isEqualTo("ALTER ROLE \"break_glass\" NOSUPERUSER;");
        assertThat(row(model, "SEC-409").title()).isEqualTo("SEC-409  Login that is a superuser");
        assertThat(model.rows())
                .allSatisfy(row -> assertThat(CheckPage.of(row.code())).isPresent());
    }

    @Test
    void oneReadingServesAndIsJudgedOnce() {
        FindingsViewModel model = read();
        List<FindingRow> before = List.copyOf(model.rows());
        model.readOnce();
        model.judgeWhatWasRead();
        assertThat(sample.readings).isEqualTo(1);
        assertThat(model.rows()).isEqualTo(before);
    }

    @Test
    void readingAgainKeepsTheChosenFindingAndForgetsOneThatIsGone() {
        FindingsViewModel model = read();
        model.selectedProperty().set(row(model, "SEC-409"));
        again(model);
        assertThat(Objects.requireNonNull(model.selectedProperty().get()).code())
                .isEqualTo("SEC-409");
        sample.read = (cancel, progress) -> SampleFindings.clean();
        again(model);
        assertThat(model.selectedProperty().get()).isNull();
        assertThat(model.isClean()).isTrue();
        assertThat(model.headlineProperty().get()).isEqualTo("No findings about billing");
    }

    @Test
    void whatCouldNotBeReadIsARowOfItsOwnAndNeverClean() {
        Gap gap = new Gap(Gap.POLICIES, "42501", "permission denied for table pg_policy");
        sample.read = (cancel, progress) -> SampleFindings.troubled("app_login", "ledger", List.of(gap));
        FindingsViewModel model = read();
        List<FindingRow> unknown =
                model.rows().stream().filter(row -> row.finding().isUnknown()).toList();
        assertThat(unknown).extracting(FindingRow::code).contains("SEC-414", "SEC-415", "SEC-416");
        assertThat(unknown.get(0).weight()).isEqualTo("? unknown");
        assertThat(unknown.get(0).script()).isEmpty();
        assertThat(unknown)
                .extracting(FindingRow::finding)
                .extracting(SecurityFinding::unknownBecause)
                .containsOnly("Could not read row security policies: permission denied for table pg_policy (42501)");
        assertThat(model.counts()).endsWith(unknown.size() + " unknown");
        assertThat(model.isClean()).isFalse();
    }

    @Test
    void aFailedReadingLeavesWhatWasThere() {
        FindingsViewModel model = read();
        int before = model.rows().size();
        sample.read = (cancel, progress) -> {
            throw new ProblemException(
                    new Problem(Problem.Kind.UNREACHABLE, "08001", "Connecting to", "billing", "refused", "try again"));
        };
        again(model);
        assertThat(model.reading().phase()).isEqualTo(Reading.Phase.FAILED);
        assertThat(model.rows()).hasSize(before);
    }

    private FindingsViewModel read() {
        FindingsViewModel model = sample.atOnce();
        model.readOnce();
        model.judgeWhatWasRead();
        return model;
    }

    private static void again(FindingsViewModel model) {
        model.readAgain();
        model.judgeWhatWasRead();
    }

    private static FindingRow row(FindingsViewModel model, String code) {
        return model.rows().stream()
                .filter(row -> row.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}

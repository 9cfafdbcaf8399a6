package dev.plumbline.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.State;
import dev.plumbline.model.Gap;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.SafeMode;
import dev.plumbline.model.Snapshot;
import dev.plumbline.ui.reading.Reading;
import dev.plumbline.ui.sample.SampleReports;
import dev.plumbline.ui.sample.SampleSnapshots;
import dev.plumbline.ui.text.CheckPage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class OverviewViewModelTest {
    private final SampleOverview sample = new SampleOverview();

    @Test
    void theHeadlineCountsInWordsWhatDiffers() {
        OverviewViewModel model = read();
        assertThat(model.headlineProperty().get()).isEqualTo("Seven things differ from what the cluster declares");
        assertThat(model.rows()).hasSize(9);
        assertThat(sample.told).hasSize(1);
        assertThat(model.connectionProperty().get())
                .isEqualTo("PostgreSQL 17.11 · as postgres · TLS verify-full (TLSv1.3)");
    }

    @Test
    void aHealthyDatabaseIsSaidToBe() {
        sample.read = (cancel, progress) -> SampleReports.healthy();
        assertThat(read().headlineProperty().get()).isEqualTo("Nothing differs from what the cluster declares");
    }

    @Test
    void whatDoesNotApplySaysItsSentenceAndOffersNoRepair() {
        sample.read = (cancel, progress) -> SampleReports.notApplicable();
        OverviewViewModel model = read();
        assertThat(model.headlineProperty().get()).startsWith("Database uses direct ownership");
        assertThat(model.reviewRefusal()).startsWith("Database uses direct ownership");
        model.review();
        model.exportSql();
        assertThat(sample.went).isEmpty();
    }

    @Test
    void aCatalogThatCouldNotBeReadIsSaidSoAndNothingPasses() {
        sample.read = (cancel, progress) -> SampleReports.unreachable();
        OverviewViewModel model = read();
        assertThat(model.headlineProperty().get()).isEqualTo("Could not read the catalog");
        assertThat(model.reviewRefusal()).isEqualTo("The catalog could not be read.");
        assertThat(model.rows()).isEmpty();
    }

    @Test
    void whatTheLoginMayNotSeeIsUnknownAndNeverInOrder() {
        sample.read = (cancel, progress) -> withGap();
        OverviewViewModel model = read();
        assertThat(model.headlineProperty().get()).contains("unknown");
        assertThat(model.rows()).anyMatch(row -> row.state() == State.UNKNOWN);
    }

    @Test
    void theAgeGrowsWithTheClock() {
        OverviewViewModel model = read();
        assertThat(model.ageProperty().get()).isEqualTo("read 12 s ago · F5");
        sample.passed = Duration.ofMinutes(3);
        model.tick();
        assertThat(model.ageProperty().get()).isEqualTo("read 3 min ago · F5");
    }

    @Test
    void aFailureKeepsWhatWasReadAndSaysWhatWentWrong() {
        OverviewViewModel model = read();
        sample.read = (cancel, progress) -> {
            throw new ProblemException(new Problem(Problem.Kind.FORBIDDEN, "403", "Reading", "billing", "no", "Ask."));
        };
        model.read();
        assertThat(model.reading().phase()).isEqualTo(Reading.Phase.FAILED);
        assertThat(Objects.requireNonNull(model.reading().problemProperty().get())
                        .code())
                .isEqualTo("403");
        assertThat(model.rows()).hasSize(9);
    }

    @Test
    void whileItIsReadAgainTheOldStaysAndStoppingKeepsIt() {
        Deque<Runnable> background = new ArrayDeque<>();
        OverviewViewModel model = sample.on(background::add, Runnable::run);
        model.read();
        assertThat(model.reading().phase()).isEqualTo(Reading.Phase.LOADING);
        assertThat(model.headlineProperty().get()).isEqualTo("Reading billing");
        background.remove().run();
        model.read();
        assertThat(model.reading().phase()).isEqualTo(Reading.Phase.REFRESHING);
        assertThat(model.ageProperty().get()).startsWith("reading again · read 12 s ago");
        model.stop();
        assertThat(model.reading().phase()).isEqualTo(Reading.Phase.READY);
        background.remove().run();
        assertThat(sample.told).hasSize(1);
    }

    @Test
    void aFirstReadingThatIsStoppedLeavesAnOfferToReadAgain() {
        OverviewViewModel model = sample.on(new ArrayDeque<Runnable>()::add, Runnable::run);
        model.read();
        model.stop();
        assertThat(model.reading().phase()).isEqualTo(Reading.Phase.STOPPED);
    }

    @Test
    void whatWasChangedFromHereSinceIsReadAgainWhenShown() {
        OverviewViewModel model = read();
        model.readWhenOutdated();
        assertThat(sample.told).hasSize(1);
        sample.changedAt = SampleReports.READ_AT.plusSeconds(1);
        model.readWhenOutdated();
        assertThat(sample.told).hasSize(2);
    }

    @Test
    void thePatchIsAppliedOnceAndTheResourceReadAgain() {
        OverviewViewModel model = read();
        assertThat(model.route()).isPresent();
        model.applyPatch();
        assertThat(sample.patched).containsExactly(model.route().orElseThrow());
        assertThat(sample.told).hasSize(2);
    }

    @Test
    void aReadOnlyContextShowsThePatchAndDoesNotApplyIt() {
        sample.mode = SafeMode.READ_ONLY;
        OverviewViewModel model = read();
        model.applyPatch();
        assertThat(sample.patched).isEmpty();
        assertThat(model.patchRefusal()).isEqualTo("This context is read-only.");
    }

    @Test
    void rowsSayWhatSpecStatusAndCatalogSay() {
        CheckRow owner = read().rows().stream()
                .filter(row -> row.result().code().equals("OWN-104"))
                .findFirst()
                .orElseThrow();
        assertThat(owner.declared()).isEqualTo("db_billing_owner");
        assertThat(owner.statusSays()).isEqualTo("db_billing_owner");
        assertThat(owner.catalog()).isEqualTo("postgres");
        assertThat(owner.badge()).contains("destructive to correct");
    }

    @Test
    void everyFindingHasASentenceAndEveryCheckAPage() {
        sample.read = (cancel, progress) -> SampleReports.partly();
        List<CheckRow> rows = List.copyOf(read().rows());
        assertThat(rows)
                .allSatisfy(row -> assertThat(CheckPage.of(row.result().code())).isPresent());
        assertThat(rows.stream().flatMap(row -> row.result().findings().stream()))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(FindingWords.of(finding)).endsWith("."));
    }

    @Test
    void hostileNamesAreEscapedInEveryCell() {
        sample.read = (cancel, progress) -> SampleReports.hostileNames();
        assertThat(read().rows())
                .allSatisfy(row -> assertThat(row.title()
                                + row.subject()
                                + row.declared()
                                + row.statusSays()
                                + row.catalog()
                                + row.badge())
                        .doesNotContain("\n")
                        .doesNotContain("\u202E"));
    }

    @Test
    void aPatchIsLaidOutOverLinesWithoutChangingItsTexts() {
        assertThat(JsonText.inLines("{\"a\":{\"b, {c}\":\"d\\\"e: [\"},\"f\":[1, 2]}"))
                .isEqualTo("{\n  \"a\": {\n    \"b, {c}\": \"d\\\"e: [\"\n  },\n  \"f\": [\n    1,\n    2\n  ]\n}");
    }

    private OverviewViewModel read() {
        OverviewViewModel model = sample.atOnce();
        model.read();
        return model;
    }

    private static dev.plumbline.operation.OwnershipReport withGap() {
        OwnershipModel.Auto wanted = SampleSnapshots.billing();
        Snapshot seen = SampleSnapshots.healthy(wanted);
        Snapshot gapped = new Snapshot(
                seen.server(),
                seen.database(),
                seen.roles(),
                List.of(),
                seen.schemas(),
                seen.defaultPrivileges(),
                seen.objects(),
                List.of(new Gap(Gap.MEMBERSHIPS, "42501", "permission denied for table pg_auth_members")));
        return SampleReports.of(wanted, gapped);
    }
}

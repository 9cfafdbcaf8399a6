package dev.plumbline.ui.repair;

import static dev.plumbline.ui.sample.SampleSteps.plan;
import static dev.plumbline.ui.sample.SampleSteps.reading;
import static dev.plumbline.ui.sample.SampleSteps.repair;
import static dev.plumbline.ui.sample.SampleSteps.step;
import static dev.plumbline.ui.sample.SampleSteps.within;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.SafeMode;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.StepGroup;
import dev.plumbline.ui.text.TypedName;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApprovalViewModelTest {
    private final Plan plan = plan(
            repair("role"),
            step("owner", StepGroup.REPAIR, Set.of(Hazard.OWNER_TRANSFER)),
            step("member", StepGroup.REPAIR, Set.of(Hazard.ACCESS_WIDENED)),
            step("rule", StepGroup.REPAIR, Set.of(Hazard.ACCESS_WIDENED)));

    @Test
    void theQuestionSaysHowMuchWhereAndWithWhichRisks() {
        ApprovalViewModel approval = approval(SafeMode.CONFIRM);
        assertThat(approval.question()).isEqualTo("Run 4 steps on this database?");
        assertThat(approval.target())
                .isEqualTo("kind-prod/team-billing/billing · database billing on PostgreSQL 17.11 as postgres");
        assertThat(approval.hazards())
                .containsExactly("1 step: owner transfer, allowed one by one", "2 steps: widens access");
        assertThat(approval.bracket()).isEqualTo("One transaction: all of it stands, or none.");
    }

    @Test
    void transactionsThatFollowEachOtherAreNoneTogether() {
        Plan three =
                plan(within("1.sql", repair("one")), within("1.sql", repair("two")), within("2.sql", repair("three")));
        ApprovalViewModel approval = new ApprovalViewModel(three, Set.of(), SafeMode.CONFIRM, "ada@desk");
        assertThat(approval.bracket())
                .isEqualTo("2 transactions, one after the other: what was committed stands, whatever comes then.");
        assertThat(approval.hazards()).containsExactly("3 steps: PG303 reads all rows");
        assertThat(StepWords.terms(new StagedPlan(three))).startsWith("2 transactions, lock timeout");
    }

    @Test
    void whatOnlyReadsIsToldAndIsNoRisk() {
        Plan reads = plan(reading("pods"), reading("sessions"), within("", repair("role")));
        ApprovalViewModel approval = new ApprovalViewModel(reads, Set.of(), SafeMode.CONFIRM, "ada@desk");
        assertThat(approval.hazards()).containsExactly("1 step: PG303 reads all rows");
        assertThat(approval.harmless()).containsExactly("2 steps: only reads");
    }

    @Test
    void outsideProductionAYesIsEnough() {
        ApprovalViewModel approval = approval(SafeMode.CONFIRM);
        assertThat(approval.readyBinding().get()).isTrue();
        assertThat(approval.approval().typedDatabase()).isEmpty();
        assertThat(approval.approval().planDigest()).isEqualTo(plan.digest());
        assertThat(approval.approval().allowedDestructive()).containsExactly("owner");
    }

    @Test
    void onProductionTheNameMustBeTypedWhole() {
        ApprovalViewModel approval = approval(SafeMode.PRODUCTION);
        assertThat(approval.readyBinding().get()).isFalse();
        approval.typedProperty().set("billin");
        assertThat(approval.readyBinding().get()).isFalse();
        assertThat(approval.hintBinding().get()).isEmpty();
        approval.typedProperty().set("billing");
        assertThat(approval.readyBinding().get()).isTrue();
        assertThat(approval.approval().typedDatabase()).isEqualTo("billing");
    }

    @Test
    void aTwinFromAnotherAlphabetIsNotTheName() {
        ApprovalViewModel approval = approval(SafeMode.PRODUCTION);
        approval.typedProperty().set("b\u0456lling");
        assertThat(approval.readyBinding().get()).isFalse();
        assertThat(approval.hintBinding().get())
                .contains("Character 2 is")
                .contains("U+0456 CYRILLIC SMALL LETTER BYELORUSSIAN-UKRAINIAN I")
                .contains("U+0069 LATIN SMALL LETTER I");
    }

    @Test
    void aComposedLetterIsNotTheSameAsItsPartsAndABlankAtTheEndIsSeen() {
        assertThat(TypedName.firstDifference("caf\u00e9", "cafe\u0301"))
                .hasValueSatisfying(said -> assertThat(said).contains("Character 4"));
        assertThat(TypedName.firstDifference("billing", "billing "))
                .hasValueSatisfying(said -> assertThat(said).contains("Longer").contains("SPACE"));
        assertThat(TypedName.firstDifference("billing", "Billing")).isPresent();
        assertThat(TypedName.firstDifference("a😀b", "a😀")).isEmpty();
    }

    private ApprovalViewModel approval(SafeMode mode) {
        return new ApprovalViewModel(plan, Set.of("owner"), mode, "ada@desk");
    }
}

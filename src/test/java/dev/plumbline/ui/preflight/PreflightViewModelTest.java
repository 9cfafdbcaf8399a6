package dev.plumbline.ui.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.access.preflight.Answer;
import dev.plumbline.access.preflight.Operation;
import dev.plumbline.access.preflight.PreflightRow;
import dev.plumbline.access.preflight.ScriptOption;
import dev.plumbline.model.Gap;
import dev.plumbline.model.Name;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.ui.reading.Reading;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PreflightViewModelTest {
    private final SamplePreflight sample = new SamplePreflight();

    @Test
    void theDeclaredLoginIsAskedAboutFirst() {
        PreflightViewModel model = read();
        assertThat(model.roleProperty().get()).isEqualTo(SamplePreflight.MIGRATOR);
        assertThat(model.headline()).startsWith("billing_migrator may ").contains("things a migration tool does");
        assertThat(answer(model, Operation.CREATE_TABLES, "ledger")).isEqualTo(Answer.YES);
        assertThat(answer(model, Operation.CREATE_TABLES, "public")).isEqualTo(Answer.NO);
        assertThat(answer(model, Operation.ALTER_TABLES, "ledger")).isEqualTo(Answer.NO);
        assertThat(model.tls()).contains("sslmode require").contains("the least for production");
    }

    @Test
    void theFirstRefusedOperationIsShownInDetail() {
        PreflightRow shown = Objects.requireNonNull(read().selectedProperty().get());
        assertThat(shown.answer()).isEqualTo(Answer.NO);
    }

    @Test
    void anotherRoleIsAskedAnewByThePathThatItHas() {
        PreflightViewModel model = read();
        model.roleProperty().set(Name.of("billing_dba"));
        assertThat(row(model, Operation.ALTER_TABLES, "ledger").path()).contains("billing_dba → billing_owner");
        model.roleProperty().set(Name.of("postgres"));
        assertThat(model.rows()).allMatch(row -> row.answer() == Answer.YES);
    }

    @Test
    void schemasAndTheTrackingSchemaCanBeChosen() {
        PreflightViewModel model = read();
        model.choose(Name.of("public"), false);
        assertThat(model.rows().stream().map(PreflightRow::place)).doesNotContain("public");
        model.trackingProperty().set(Name.of("ledger"));
        assertThat(row(model, Operation.TRACKING_TABLE, "ledger").answer()).isEqualTo(Answer.YES);
        assertThat(row(model, Operation.TRACKING_SCHEMA, "ledger").answer()).isEqualTo(Answer.NO);
    }

    @Test
    void theScriptFollowsTheOption() {
        PreflightViewModel model = read();
        assertThat(model.script()).contains("Least privilege").contains("GRANT \"billing_owner\" TO");
        model.optionProperty().set(ScriptOption.SUPERUSER);
        assertThat(model.script()).contains("ALTER ROLE \"billing_migrator\" LOGIN SUPERUSER");
    }

    @Test
    void whatWasNotReadIsNeverCalledMissing() {
        sample.read = (cancel, progress) -> sample.report(List.of(new Gap(Gap.MEMBERSHIPS, "42501", "denied")));
        PreflightViewModel model = read();
        assertThat(answer(model, Operation.ALTER_TABLES, "ledger")).isEqualTo(Answer.CANNOT_TELL);
        assertThat(model.headline()).contains("cannot be told");
        assertThat(model.script()).contains("cannot tell").doesNotContain("GRANT");
    }

    @Test
    void aFailedReadingLeavesNoAnswers() {
        sample.read = (cancel, progress) -> {
            throw new ProblemException(new Problem(Problem.Kind.UNREACHABLE, "X", "Reading", "billing", "no.", ""));
        };
        PreflightViewModel model = read();
        assertThat(model.access().reading().phase()).isEqualTo(Reading.Phase.FAILED);
        assertThat(model.rows()).isEmpty();
        assertThat(model.headline()).isEmpty();
    }

    private PreflightViewModel read() {
        PreflightViewModel model = sample.atOnce();
        model.access().readOnce();
        return model;
    }

    private static Answer answer(PreflightViewModel model, Operation operation, String schema) {
        return row(model, operation, schema).answer();
    }

    private static PreflightRow row(PreflightViewModel model, Operation operation, String schema) {
        return model.rows().stream()
                .filter(row -> row.operation() == operation && row.place().equals(schema))
                .findFirst()
                .orElseThrow();
    }
}

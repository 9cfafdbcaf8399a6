package dev.plumbline.ui.defaults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.defaults.CellDetail;
import dev.plumbline.drift.defaults.CellState;
import dev.plumbline.drift.defaults.Counter;
import dev.plumbline.drift.defaults.DefaultMatrix;
import dev.plumbline.drift.defaults.MatrixColumn;
import dev.plumbline.drift.defaults.MatrixRow;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.SafeMode;
import dev.plumbline.operation.AccessReport;
import dev.plumbline.ui.reading.Reading;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DefaultPrivilegesViewModelTest {
    private final SampleDefaults sample = SampleDefaults.ofBilling();
    private final DefaultPrivilegesViewModel model = sample.on(Runnable::run, Runnable::run);

    @Test
    void theFirstCellThatDiffersOpensWithItsRuleAndWhatExistsAlready() {
        model.activate();
        assertThat(matrix().counters().stream().map(Counter::shown)).containsExactly("forward 6/9", "reverse 2/9");
        assertThat(detail().cell().shown()).isEqualTo("db_billing_owner · audit · tables");
        assertThat(detail().cell().state()).isEqualTo(CellState.MISSING);
        assertThat(detail().missing().get(0).text())
                .isEqualTo("ALTER DEFAULT PRIVILEGES FOR ROLE \"db_billing_owner\" IN SCHEMA \"audit\""
                        + " GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO \"db_billing_app\"");
        assertThat(detail().backfill().unmatched()).hasSize(7);
        assertThat(detail().backfill().grants()).hasSize(7);
        assertThat(detail().mirror().get(0).text()).contains("FOR ROLE \"db_billing_app\"", "TO \"db_billing_owner\"");
        assertThat(model.next().orElseThrow().builtIn()).isTrue();
    }

    @Test
    void aProofIsForgottenWithItsCell() {
        model.activate();
        model.prove();
        assertThat(Objects.requireNonNull(model.proving().value()).agrees()).isTrue();
        open("db_billing_app", "public", ObjectType.TABLES);
        assertThat(model.proving().value()).isNull();
        assertThat(model.next().orElseThrow().reaches().stream()
                        .map(reach -> reach.who().shown() + " " + reach.letters() + " " + reach.path()))
                .contains("db_billing_owner arwd granted", "app_v2 arwdDxtm through db_billing_app")
                .hasSize(5);
        sample.agrees = false;
        model.prove();
        assertThat(Objects.requireNonNull(model.proving().value()).agrees()).isFalse();
    }

    @Test
    void whatCannotBeProvedSaysWhy() {
        assertThat(model.proveRefusal()).isEqualTo("There is nothing to prove.");
        model.activate();
        assertThat(model.proveRefusal()).isEmpty();
        open("migrator", null, ObjectType.TABLES);
        assertThat(model.proveRefusal()).contains("one schema");
        open("migrator", "ledger", ObjectType.TABLES);
        assertThat(model.proveRefusal()).isEmpty();
        sample.mode = SafeMode.READ_ONLY;
        assertThat(model.proveRefusal()).contains("read-only");
        model.prove();
        assertThat(model.proving().phase()).isEqualTo(Reading.Phase.EMPTY);
    }

    @Test
    void readingAgainKeepsTheOpenedCellAndAFailureTheMatrix() {
        model.activate();
        open("migrator", "ledger", ObjectType.TABLES);
        model.readAgain();
        model.follow();
        assertThat(detail().cell().shown()).isEqualTo("migrator · ledger · tables");
        sample.read = (cancel, progress) -> {
            throw new ProblemException(new Problem(
                    Problem.Kind.UNREACHABLE, "PG-1", "read", "billing", "connection refused", "Try again."));
        };
        model.readAgain();
        assertThat(model.reading().phase()).isEqualTo(Reading.Phase.FAILED);
        assertThat(matrix().rows()).isNotEmpty();
    }

    @Test
    void whatCouldNotBeReadIsUnknownAndNothingIsPredicted() {
        sample.read = (cancel, progress) -> SampleDefaults.unknown();
        model.activate();
        assertThat(matrix().counters()).isEmpty();
        open("db_billing_owner", "public", ObjectType.TABLES);
        assertThat(detail().cell().state()).isEqualTo(CellState.UNKNOWN);
        assertThat(model.next()).isEmpty();
        assertThat(model.proveRefusal()).isNotEmpty();
    }

    @Test
    void nobodyWhoMayCreateIsAnEmptyMatrix() {
        sample.read = (cancel, progress) -> SampleDefaults.empty();
        model.activate();
        assertThat(matrix().rows()).isEmpty();
        assertThat(model.detailProperty().get()).isNull();
    }

    @Test
    void fourHundredSchemasAreComparedQuickly() {
        AccessReport report = SampleDefaults.manySchemas();
        long begun = System.nanoTime();
        Computed computed = Computed.of(report);
        assertThat(computed.matrix().columns()).hasSize(401 * 4 + 5);
        assertThat(computed.matrix().rows()).hasSize(302);
        System.out.println(
                "[matrix] 302 creators × " + computed.matrix().columns().size() + " columns in "
                        + (System.nanoTime() - begun) / 1_000_000 + " ms");
    }

    private void open(String creator, @org.jspecify.annotations.Nullable String schema, ObjectType type) {
        MatrixRow row = matrix().rows().stream()
                .filter(one -> one.creator().text().equals(creator))
                .findFirst()
                .orElseThrow();
        MatrixColumn column = matrix().columns().stream()
                .filter(one -> one.type() == type && one.place().equals(schema == null ? "any schema" : schema))
                .findFirst()
                .orElseThrow();
        model.open(row, column);
    }

    private DefaultMatrix matrix() {
        return Objects.requireNonNull(model.matrix());
    }

    private CellDetail detail() {
        return Objects.requireNonNull(model.detailProperty().get());
    }
}

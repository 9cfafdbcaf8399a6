package dev.plumbline.ui.gates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.gate.SpecValidation.Refusal;
import dev.plumbline.job.JobRunner;
import dev.plumbline.model.SafeMode;
import dev.plumbline.model.upgrade.DbUpgrade;
import dev.plumbline.operation.ComposeUpgrade;
import dev.plumbline.ui.fx.Activity;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewUpgradeViewModelTest {
    private static final String WHOLE = """
            apiVersion: dbupgrade.subbug.learning/v1alpha1
            kind: DBUpgrade
            metadata: {name: checkout, namespace: storefront}
            spec:
              migrations: {image: "registry.example/checkout:1.0.0"}
              database: {type: selfHosted, connection: {urlSecretRef: {name: storefront-db, key: url}}}
            """;

    private final NewUpgradeViewModel model = new NewUpgradeViewModel(
            "c",
            "storefront",
            new ComposeActions(
                    namespace -> (cancel, progress) -> {
                        throw new IllegalStateException("not asked for here");
                    },
                    draft -> (cancel, progress) -> {
                        throw new IllegalStateException("not asked for here");
                    },
                    (plan, approved, mode, typed) -> (cancel, progress) -> plan.draft(),
                    () -> SafeMode.CONFIRM,
                    ref -> {}),
            new Activity(new JobRunner(Runnable::run, Runnable::run), Clock.systemUTC()));

    private static DbUpgrade draft(String text) {
        return ComposeUpgrade.read(text, "a file", "c", "storefront");
    }

    @Test
    void whatIsWrongFirstIsNamedAndTheRestCounted() {
        List<Refusal> one = List.of(new Refusal("spec.checks.pre[0].threshold", "a number is wanted"));
        model.write(draft(WHOLE), one);
        assertThat(model.refusal()).isEqualTo("Not yet: spec.checks.pre[0].threshold: a number is wanted.");
        model.write(draft(WHOLE.replace("image: \"registry.example/checkout:1.0.0\"", "image: \"\"")), one);
        assertThat(model.refusal())
                .isEqualTo("Not yet: spec.checks.pre[0].threshold: a number is wanted, and "
                        + (model.refusals().size() - 1) + " more.");
        assertThat(model.refusals()).hasSizeGreaterThan(1);
    }

    @Test
    void whereNothingIsWrongItIsToBeLookedAtFirst() {
        model.write(draft(WHOLE), List.of());
        assertThat(model.refusal()).isEqualTo("Compute its checks first: what is created is what was looked at.");
    }
}

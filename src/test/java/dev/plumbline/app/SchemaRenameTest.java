package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.structure.RenameOffer;
import dev.plumbline.drift.velocity.SchemaDrift;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.model.SafeMode;
import dev.plumbline.operation.CheckSchemas;
import dev.plumbline.operation.FixSchema;
import dev.plumbline.plan.Approval;
import dev.plumbline.plan.RunListener;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.plan.structure.StructureStep;
import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.sandbox.SandboxOptions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A column that somebody renamed by hand: offered, and renamed back with its index once that is accepted. */
@Timeout(300)
class SchemaRenameTest {
    @TempDir
    Path home;

    @Test
    void aColumnUnderAnotherNameIsRenamedAndNothingElse() throws SQLException {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.temporary());
                Wiring wiring = new Wiring(
                        () -> Optional.of(sandbox.kubeconfig()),
                        Map.of("PLUMBLINE_HOME", home.toString()),
                        home,
                        Clock.systemUTC())) {
            execute(
                    sandbox,
                    "ALTER TABLE acme_supply_chain_procurement.goods_receipt_v1 RENAME COLUMN delivered_on TO arrived_on");
            FixSchema.Fix without = plan(wiring, Set.of());
            assertThat(without.drift().offers())
                    .extracting(RenameOffer::argument)
                    .containsExactly(
                            "acme_supply_chain_procurement.goods_receipt_v1.arrived_on=acme_supply_chain_procurement.goods_receipt_v1.delivered_on");
            assertThat(without.way().steps()).anyMatch(step -> step.sql().text().contains("ADD COLUMN"));
            Called told = drift(sandbox);
            assertThat(told.out())
                    .contains("perhaps column acme_supply_chain_procurement.goods_receipt_v1.arrived_on and")
                    .contains("if so: --rename 'column acme_supply_chain_procurement.goods_receipt_v1.arrived_on=");
            Called repair = drift(sandbox, "--rename", argument(without), "--repair", "--dry-run");
            assertThat(repair.code()).as(repair.err()).isZero();
            assertThat(repair.out()).contains("RENAME COLUMN", "becomes").doesNotContain("ADD COLUMN");
            Called wrong = drift(sandbox, "--rename", "quantity=amount", "--repair");
            assertThat(wrong.code()).isNotZero();
            assertThat(wrong.err()).contains("STR-404", "it is not offered");
            String offer = without.drift().offers().get(0).argumentWithKind();
            FixSchema.Fix fix = plan(wiring, Set.of(offer));
            assertThat(fix.way().steps())
                    .extracting(step -> step.sql().text())
                    .containsExactly(
                            "ALTER TABLE \"acme_supply_chain_procurement\".\"goods_receipt_v1\" RENAME COLUMN \"arrived_on\" TO \"delivered_on\"");
            assertThat(fix.drift().isDrifted()).isTrue();
            RunOutcome outcome = wiring.operations()
                    .schemaFixes()
                    .run(scope(Set.of()), fix, approval(fix), RunListener.NONE, new CancelToken());
            assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.VERIFIED);
            SchemaDrift after = plan(wiring, Set.of(offer)).drift();
            assertThat(after.isDrifted()).isFalse();
            assertThat(after.renamed()).as("it is not offered any more").isEmpty();
        }
    }

    private static String argument(FixSchema.Fix fix) {
        return fix.drift().offers().get(0).argument();
    }

    private Called drift(Sandbox sandbox, String... more) {
        List<String> all = new ArrayList<>(List.of(
                "--kubeconfig",
                sandbox.kubeconfig().toString(),
                "drift",
                "goods-receipt",
                "-n",
                "acme-supply-chain-procurement"));
        all.addAll(List.of(more));
        return Called.with(home, all.toArray(String[]::new));
    }

    private static FixSchema.Fix plan(Wiring wiring, Set<String> renamed) {
        return wiring.operations().schemaFixes().plan(scope(renamed), Set.of(), new CancelToken(), Progress.NONE);
    }

    private static CheckSchemas.Scope scope(Set<String> renamed) {
        return new CheckSchemas.Scope(
                Sandbox.CONTEXT,
                "acme-supply-chain-procurement",
                Optional.of("goods-receipt"),
                Optional.empty(),
                renamed);
    }

    private static Approval approval(FixSchema.Fix fix) {
        return new Approval(
                fix.plan().digest(),
                fix.way().steps().stream()
                        .filter(StructureStep::needsAllowance)
                        .map(StructureStep::id)
                        .collect(Collectors.toSet()),
                "",
                SafeMode.CONFIRM,
                "test");
    }

    private static void execute(Sandbox sandbox, String sql) throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + sandbox.server().port() + "/velocity";
        try (Connection connection = DriverManager.getConnection(
                        url, "dbops_admin", sandbox.administratorPassword().reveal());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

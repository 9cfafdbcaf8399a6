package dev.plumbline.drift.velocity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalog.structure.StructureReader;
import dev.plumbline.drift.structure.StructureComparison;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.model.velocity.DeclaredConstraint;
import dev.plumbline.model.velocity.DeclaredIndex;
import dev.plumbline.model.velocity.DeclaredPolicy;
import dev.plumbline.model.velocity.FieldType;
import dev.plumbline.model.velocity.SchemaDefinition;
import dev.plumbline.model.velocity.SchemaField;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.testing.TestPostgres;
import dev.plumbline.testing.TestTargets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each cause staged on a real server as the runbook tells of it: with psql's statements, behind the operator's back. */
class SchemaComparisonTest {
    private static final String TABLE = "acme_supply_chain_procurement.purchase_order_v1";
    private static final WantedTable WANTED = WantedTable.of(definition());

    private final CancelToken cancel = new CancelToken();

    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void whatItAsksForIsNoDrift(int major) {
        TestPostgres server = TestPostgres.major(major);
        String database = made(server);
        SchemaDrift drift = compare(server, database, database);
        assertThat(drift.isDrifted()).isFalse();
        assertThat(drift.findings()).isEmpty();
        assertThat(drift.problems()).isEmpty();
        server.dropDatabase(database);
    }

    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void theFourCommonCausesAreFoundAndTheTargetHasThemAll(int major) {
        TestPostgres server = TestPostgres.major(major);
        String wanted = made(server);
        String live = made(server);
        server.execute(
                live,
                "DROP INDEX acme_supply_chain_procurement.idx_purchase_order_v1_supplier_code",
                "ALTER TABLE " + TABLE + " DROP COLUMN approval_date",
                "ALTER TABLE " + TABLE + " DROP CONSTRAINT chk_amount_positive",
                "DROP POLICY region_isolation ON " + TABLE,
                "ALTER TABLE " + TABLE + " DISABLE ROW LEVEL SECURITY");
        SchemaDrift drift = compare(server, wanted, live);
        assertThat(drift.findings().stream().map(SchemaFinding::cause))
                .containsExactlyInAnyOrder(
                        SchemaCause.INDEX_MISSING,
                        SchemaCause.COLUMN_MISSING,
                        SchemaCause.CONSTRAINT_MISSING,
                        SchemaCause.POLICY_MISSING,
                        SchemaCause.ROW_SECURITY_OFF);
        assertThat(StructureComparison.of(drift.live(), drift.target()).differences())
                .hasSize(5);
        assertThat(compare(server, wanted, wanted).live().things())
                .allSatisfy(thing -> assertThat(drift.target().things().stream()
                                .filter(there -> there.name().equals(thing.name())))
                        .hasSize(1));
        server.dropDatabase(wanted);
        server.dropDatabase(live);
    }

    @Test
    void oneOfAnotherNameWithTheSameDefinitionServes() {
        TestPostgres server = TestPostgres.newest();
        String wanted = made(server);
        String live = made(server);
        server.execute(
                live,
                "ALTER INDEX acme_supply_chain_procurement.idx_purchase_order_v1_supplier_code RENAME TO \"by hand\"",
                "ALTER TABLE " + TABLE + " RENAME CONSTRAINT chk_amount_positive TO positive");
        SchemaDrift drift = compare(server, wanted, live);
        assertThat(drift.findings()).isEmpty();
        assertThat(drift.otherNames())
                .containsExactlyInAnyOrder(
                        "The index idx_purchase_order_v1_supplier_code is there as by hand.",
                        "The constraint chk_amount_positive is there as positive.");
    }

    @Test
    void whatDiffersAndWhatIsBeyondAreToldApart() {
        TestPostgres server = TestPostgres.newest();
        String wanted = made(server);
        String live = made(server);
        server.execute(
                live,
                "ALTER TABLE " + TABLE + " ALTER amount TYPE numeric",
                "ALTER TABLE " + TABLE + " ALTER supplier_code DROP NOT NULL",
                "ALTER TABLE " + TABLE + " ADD COLUMN note text",
                "ALTER TABLE " + TABLE + " DROP CONSTRAINT chk_amount_positive",
                "ALTER TABLE " + TABLE + " ADD CONSTRAINT chk_amount_positive CHECK (amount > 0) NOT VALID",
                "ALTER POLICY region_isolation ON " + TABLE + " USING (true)",
                "DROP INDEX acme_supply_chain_procurement.idx_po_created_at",
                "CREATE INDEX idx_po_created_at ON " + TABLE + " (updated_at)",
                "DROP TRIGGER trg_purchase_order_v1_touch ON " + TABLE);
        SchemaDrift drift = compare(server, wanted, live);
        assertThat(drift.findings().stream()
                        .map(finding ->
                                finding.cause().code() + " " + finding.name().name()))
                .containsExactlyInAnyOrder(
                        "VEL-422 amount",
                        "VEL-422 supplier_code",
                        "VEL-471 note",
                        "VEL-432 chk_amount_positive",
                        "VEL-442 region_isolation",
                        "VEL-413 idx_po_created_at",
                        "VEL-461 trg_purchase_order_v1_touch");
        assertThat(StructureComparison.of(drift.live(), drift.target()).differences())
                .as("neither what is beyond nor what the operator alone can make")
                .hasSize(5);
    }

    @Test
    void aTableThatIsGoneIsOneFinding() {
        TestPostgres server = TestPostgres.newest();
        String wanted = made(server);
        String live = server.freshDatabase("empty");
        SchemaDrift drift = compare(server, wanted, live);
        assertThat(drift.findings().stream().map(SchemaFinding::cause)).containsExactly(SchemaCause.TABLE_MISSING);
    }

    @Test
    void aFieldThatWouldBeASecondColumnOfTheNameIsAProblem() {
        SchemaDefinition definition = definition(List.of(field("Deleted-At", FieldType.DATE)));
        assertThat(WantedTable.of(definition).problems())
                .containsExactly(
                        "field Deleted-At: the table has a column deleted_at already; Velocity refuses the name.");
    }

    private static String made(TestPostgres server) {
        String database = server.freshDatabase("velocity");
        server.execute(database, WANTED.statements().stream().map(Sql::text).toArray(String[]::new));
        server.execute(
                database,
                "CREATE FUNCTION acme_supply_chain_procurement.purchase_order_v1_touch() RETURNS trigger LANGUAGE plpgsql"
                        + " AS $$ BEGIN NEW.updated_at := now(); RETURN NEW; END $$",
                "CREATE TRIGGER trg_purchase_order_v1_touch BEFORE UPDATE ON " + TABLE
                        + " FOR EACH ROW EXECUTE FUNCTION acme_supply_chain_procurement.purchase_order_v1_touch()",
                "CREATE POLICY pol_purchase_order_v1_role_buyer_9c1f ON " + TABLE + " USING (false)");
        return database;
    }

    private SchemaDrift compare(TestPostgres server, String wanted, String live) {
        return SchemaComparison.compare(WANTED, read(server, wanted), read(server, live));
    }

    private StructureSnapshot read(TestPostgres server, String database) {
        try (ServerPools pools = new ServerPools()) {
            return pools.read(
                    TestTargets.superuser(server, database),
                    cancel,
                    session -> new StructureReader().read(session, cancel));
        }
    }

    private static SchemaDefinition definition() {
        return definition(List.of(
                new SchemaField("supplier_code", FieldType.STRING, true, false, true, 0, List.of(), null),
                new SchemaField("amount", FieldType.NUMBER, true, false, false, 0, List.of(), null),
                new SchemaField("status", FieldType.ENUM, true, false, true, 0, List.of("open", "it's"), "open"),
                new SchemaField("order-number", FieldType.STRING, true, true, false, 20, List.of(), null),
                field("region", FieldType.STRING),
                field("approval_date", FieldType.DATETIME),
                field("details", FieldType.JSON)));
    }

    private static SchemaField field(String name, FieldType type) {
        return new SchemaField(name, type, false, false, false, 0, List.of(), null);
    }

    private static SchemaDefinition definition(List<SchemaField> fields) {
        return new SchemaDefinition(
                new ResourceRef(
                        "here", "velocity.sh", "schemadefinitions", "acme-supply-chain-procurement", "purchase-order"),
                "1",
                "7",
                1,
                "acme",
                "supply-chain",
                "procurement",
                "v1",
                1,
                fields,
                List.of("buyer"),
                List.of(new DeclaredIndex("idx_po_created_at", List.of("created_at"), false, "")),
                List.of(new DeclaredConstraint("chk_amount_positive", List.of(), "amount > 0")),
                List.of(new DeclaredPolicy("region_isolation", "region = current_setting('app.current_region', true)")),
                Map.of(),
                "Ready",
                "",
                List.of(),
                List.of());
    }
}

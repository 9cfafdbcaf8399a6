package dev.plumbline.ui.compare;

import dev.plumbline.drift.structure.States;
import dev.plumbline.drift.structure.StructureComparison;
import dev.plumbline.drift.structure.Uncompared;
import dev.plumbline.model.Name;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.operation.CompareStructure.KeptStates;
import dev.plumbline.operation.StructurePair;
import dev.plumbline.operation.structure.KeptPlace;
import dev.plumbline.operation.structure.StructureKeeper.Kept;
import dev.plumbline.store.StructureHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Comparisons, as a test decides. */
public final class SampleComparisons {
    public static final KeptPlace BILLING = new KeptPlace("7412345678901234567", 16_384, "billing");
    private static final StructureName POST =
            new StructureName(StructureKind.ROUTINE, Name.of("s"), null, "post(integer)");

    private SampleComparisons() {}

    public static StructurePair some() {
        return pair(left("invoice").state(), right("invoice").state());
    }

    /** A table with its key under other names, a column under another name, and a view that follows both. */
    public static StructurePair renamed() {
        return pair(renamed("line", "line_pkey", "at"), renamed("order_lines", "order_lines_pkey", "booked_at"));
    }

    private static StructureSnapshot renamed(String table, String key, String column) {
        StructureName keyName = States.part(StructureKind.CONSTRAINT, table, key);
        return new States()
                .with(States.table(table))
                .with(States.column(table, "id"), "type", "bigint", "not null", "yes")
                .with(keyName, "type", "primary key", "definition", "PRIMARY KEY (id)")
                .with(States.table("entry"))
                .with(States.column("entry", column), "type", "date")
                .with(States.view("days"), "definition", " SELECT " + column + "\n   FROM s.entry;")
                .needing(States.view("days"), States.column("entry", column))
                .needing(States.view("days"), States.table("entry"))
                .state();
    }

    public static StructurePair longNames() {
        String longest = "acme_supply_chain_procurement_purchase_order_history_archive_x1";
        return pair(left(longest).state(), right(longest).state());
    }

    public static StructurePair equal() {
        return pair(left("invoice").state(), left("invoice").state());
    }

    public static StructurePair open() {
        return pair(
                left("invoice").withGap("policies").withUnread("collations", 2).state(),
                left("invoice").withUnread("collations", 1).state());
    }

    /** Five states of one database, newest first. */
    public static List<KeptStates> kept() {
        Instant first = Instant.parse("2026-11-24T08:00:00Z");
        List<Kept> states = new ArrayList<>();
        for (int number = 5; number > 0; number--) {
            Instant found = first.plus(Duration.ofHours(12L * number));
            Instant last = number % 2 == 0 ? found : found.plus(Duration.ofHours(9));
            states.add(new Kept(found, last, new StructureHistory.Lasted(number, found, last, "digest" + number)));
        }
        return List.of(new KeptStates(BILLING, states));
    }

    public static StructurePair many(int count) {
        States left = new States();
        States right = new States();
        for (int i = 0; i < count / 4; i++) {
            String table = "table_" + i;
            left.with(States.table(table), "owner", "app");
            right.with(States.table(table), "owner", "other");
            for (String column : List.of("id", "note", "amount")) {
                left.with(States.column(table, column), "type", "integer");
                right.with(States.column(table, column), "type", "bigint", "not null", "yes");
            }
        }
        return pair(left.state(), right.state());
    }

    private static States left(String table) {
        return new States()
                .with(States.table(table), "owner", "billing_app", "privileges", "reports=r\nits owner=arwdDxt")
                .with(States.column(table, "id"), "type", "bigint", "not null", "yes")
                .with(States.column(table, "amount"), "type", "numeric(12,2)")
                .with(States.column(table, "note"), "type", "text", "comment", "what the customer wrote")
                .with(
                        States.part(StructureKind.CONSTRAINT, table, table.length() > 20 ? "p" : table + "_pkey"),
                        "definition",
                        "PRIMARY KEY (id)")
                .with(
                        States.part(StructureKind.INDEX, table, "by_hand"),
                        "definition",
                        "CREATE INDEX by_hand ON s." + table + " USING btree (note)")
                .with(
                        States.part(StructureKind.POLICY, table, "tenant"),
                        "command",
                        "ALL",
                        "using",
                        "(tenant = CURRENT_USER)")
                .with(States.view("open_items"), "definition", " SELECT id,\n    amount\n   FROM s." + table + ";")
                .with(
                        POST,
                        "identity",
                        "s.post(integer)",
                        "definition",
                        "CREATE OR REPLACE FUNCTION s.post(integer)\n LANGUAGE plpgsql\nAS $$\nBEGIN\n  PERFORM 1;\nEND\n$$")
                .needing(States.view("open_items"), States.column(table, "amount"))
                .needing(States.part(StructureKind.INDEX, table, "by_hand"), States.column(table, "note"));
    }

    private static States right(String table) {
        return new States()
                .with(States.table(table), "owner", "billing_owner", "privileges", "its owner=arwdDxt")
                .with(States.column(table, "id"), "type", "bigint", "not null", "yes")
                .with(States.column(table, "amount"), "type", "numeric(14,4)", "not null", "yes")
                .with(States.column(table, "paid_at"), "type", "timestamp with time zone")
                .with(
                        States.part(StructureKind.CONSTRAINT, table, table.length() > 20 ? "p" : table + "_pkey"),
                        "definition",
                        "PRIMARY KEY (id)")
                .with(
                        States.part(StructureKind.POLICY, table, "tenant"),
                        "command",
                        "ALL",
                        "using",
                        "(tenant = SESSION_USER)")
                .with(States.view("open_items"), "definition", " SELECT id,\n    amount\n   FROM s." + table + ";")
                .with(
                        POST,
                        "identity",
                        "s.post(integer)",
                        "definition",
                        "CREATE OR REPLACE FUNCTION s.post(integer)\n LANGUAGE plpgsql\nAS $$\nBEGIN\n  PERFORM 2;\n  RETURN;\nEND\n$$")
                .needing(States.view("open_items"), States.column(table, "amount"))
                .withUnread("collations", 1);
    }

    private static StructurePair pair(StructureSnapshot left, StructureSnapshot right) {
        return new StructurePair(
                "Database kind-prod/team-billing/billing on 10.0.0.5:5432 as dba",
                "/home/dba/schema (on PostgreSQL 17)",
                left,
                right,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                left,
                right,
                StructureComparison.of(left, right),
                Uncompared.of(left, right),
                Optional.of(BILLING),
                Optional.empty(),
                List.of(),
                Instant.parse("2026-11-27T02:00:00Z"));
    }
}

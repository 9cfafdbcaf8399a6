package dev.plumbline.drift.velocity;

import dev.plumbline.drift.velocity.RecoveryAnswer.Outcome;
import dev.plumbline.model.velocity.SchemaDefinition;
import java.util.ArrayList;
import java.util.List;

/** What a reviewed plan of statements would do. */
final class ByHandRoute {
    private ByHandRoute() {}

    static RecoveryOption of(SchemaDefinition definition, SchemaDrift drift) {
        List<RecoveryAnswer> answers = RecoveryAnswer.sorted(drift.findings()).stream()
                .map(finding -> answer(finding, drift))
                .toList();
        boolean gone = drift.findings().stream()
                .map(SchemaFinding::cause)
                .anyMatch(cause -> cause == SchemaCause.COLUMN_MISSING || cause == SchemaCause.TABLE_MISSING);
        return new RecoveryOption(
                RecoveryRoute.BY_HAND, does(definition), answers, loses(drift, gone), gone, pageSays());
    }

    private static List<String> does(SchemaDefinition definition) {
        return List.of(
                "plumbline drift " + RecoveryOptions.place(definition)
                        + " --repair --dry-run, or Review repair… in the window: the statements in the order in which each finds what it needs.",
                "Rows that a statement would fail on are counted before; what loses something is held back until it is allowed by itself.",
                "Indexes are built with CONCURRENTLY, constraints are added NOT VALID and validated after: others go on writing.",
                "At the end the table is read and planned again: done means that nothing is left of the plan.");
    }

    private static RecoveryAnswer answer(SchemaFinding finding, SchemaDrift drift) {
        return switch (finding.cause()) {
            case INDEX_MISSING ->
                sets(
                        finding,
                        "It is built with CONCURRENTLY: reads and writes go on. A unique one needs that no two rows are alike.");
            case INDEX_INVALID ->
                sets(finding, "The invalid one, which serves nobody, is dropped; then it is built with CONCURRENTLY.");
            case INDEX_DIFFERS -> sets(finding, "The wanted one is built beside it and takes its place.");
            case COLUMN_MISSING -> missingColumn(finding, drift);
            case COLUMN_DIFFERS ->
                sets(
                        finding,
                        "It is changed where every value fits; another type may write the whole table anew, so such a step is held back.");
            case CONSTRAINT_MISSING, CONSTRAINT_DIFFERS ->
                sets(
                        finding,
                        "It is added NOT VALID, then validated: rows that break it are counted first, and have to be corrected by people who know them.");
            case POLICY_MISSING, POLICY_DIFFERS ->
                sets(finding, "Its condition is written as the resource asks for it.");
            case ROW_SECURITY_OFF ->
                sets(
                        finding,
                        "It is enabled in the transaction that also makes the policies. Sessions that no policy lets see no rows from then on.");
            case TABLE_MISSING ->
                new RecoveryAnswer(
                        finding,
                        Outcome.ON_CONDITION,
                        "It is made, empty, without what the operator alone makes. Look into platform_quarantine first: bringing it back keeps its rows.");
            case OPERATOR_PART_MISSING ->
                new RecoveryAnswer(
                        finding,
                        Outcome.DOES_NOT,
                        "How the operator writes it is not published: restart the operator for this.");
            case UNDECLARED ->
                new RecoveryAnswer(
                        finding, Outcome.LEAVES, "The plan touches nothing that the resource does not ask for.");
        };
    }

    private static RecoveryAnswer missingColumn(SchemaFinding finding, SchemaDrift drift) {
        boolean needsValues = drift.target().things().stream()
                .filter(thing -> thing.name().equals(finding.name()))
                .anyMatch(thing -> thing.properties().containsKey("not null")
                        && !thing.properties().containsKey("default"));
        return needsValues
                ? new RecoveryAnswer(
                        finding,
                        Outcome.ON_CONDITION,
                        "It is NOT NULL without a default: where there are rows the plan leaves it out or does not run. Add it without NOT NULL, fill it, and plan again.")
                : sets(finding, "It is added, empty: the values cannot come back but from a backup.");
    }

    private static RecoveryAnswer sets(SchemaFinding finding, String sentence) {
        return new RecoveryAnswer(finding, Outcome.SETS_RIGHT, sentence);
    }

    private static List<String> loses(SchemaDrift drift, boolean gone) {
        List<String> loses = new ArrayList<>();
        loses.add(
                gone
                        ? "Nothing more than is lost already: what was in a dropped column or table cannot come back but from a backup."
                        : "No data, unless a held back step is allowed.");
        if (drift.findings().stream().anyMatch(finding -> finding.cause() == SchemaCause.COLUMN_DIFFERS)) {
            loses.add("A changed type can round or cut values: its step says so and is held back.");
        }
        return loses;
    }

    private static List<String> pageSays() {
        return List.of(
                "pg_dump -s | grep -A 50 purchase_order_v1 cuts after 50 lines, and finds every line that has the name.",
                "velocity_admin is no role of Velocity: its roles are velocity_operator and velocity_api.",
                "velocity.sh/breaking-change: approved accepts no dropped column and no other type; as long as it stands it approves the next breaking change as well.",
                "ADD CONSTRAINT … NOT VALID is no check: every new row is held to it at once.",
                "\"Force reconcile\" after it: see the operator's way. Nothing of it is needed once the table is as asked for.");
    }
}

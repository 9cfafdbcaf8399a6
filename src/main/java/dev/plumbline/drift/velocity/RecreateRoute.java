package dev.plumbline.drift.velocity;

import dev.plumbline.drift.velocity.RecoveryAnswer.Outcome;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.velocity.SchemaDefinition;
import java.util.ArrayList;
import java.util.List;

/** What making the table anew would do: with the table set aside first, since deleting the resource drops nothing. */
final class RecreateRoute {
    private RecreateRoute() {}

    static RecoveryOption of(SchemaDefinition definition, SchemaDrift drift) {
        List<RecoveryAnswer> answers = RecoveryAnswer.sorted(drift.findings()).stream()
                .map(RecreateRoute::answer)
                .toList();
        return new RecoveryOption(
                RecoveryRoute.RECREATE, does(definition, drift), answers, loses(drift), isFinal(drift), pageSays());
    }

    private static List<String> does(SchemaDefinition definition, SchemaDrift drift) {
        if (has(drift, SchemaCause.TABLE_MISSING)) {
            return List.of(
                    "There is no table to set aside. Look into platform_quarantine first: plumbline quarantine NAME --restore brings one back with its rows.",
                    "kubectl rollout restart deployment velocity-operator -n velocity-system: it makes the table, empty.",
                    "What was in it comes from a backup alone.");
        }
        String table =
                drift.names().schema().shown() + "." + drift.names().table().shown();
        String place = RecoveryOptions.place(definition);
        return List.of(
                "kubectl get sd " + place + " -o yaml, kept; then kubectl delete sd " + place
                        + ": the table stays, and nobody claims it any more.",
                "plumbline quarantine " + table + ": it moves into platform_quarantine with its rows and indexes.",
                "kubectl apply of the resource again, and a restart of the operator where it skips it: it makes the table, empty.",
                "INSERT INTO " + table
                        + " (the columns that both have) SELECT … from the one in quarantine, in a transaction; compare the counts.",
                "DROP TABLE of the one in quarantine only when nothing is missing: what was not copied then cannot come back but from a backup.");
    }

    private static boolean has(SchemaDrift drift, SchemaCause cause) {
        return drift.findings().stream().anyMatch(finding -> finding.cause() == cause);
    }

    /** Values that are gone already, or that have no place in the new table. */
    private static boolean isFinal(SchemaDrift drift) {
        return has(drift, SchemaCause.COLUMN_MISSING)
                || has(drift, SchemaCause.TABLE_MISSING)
                || drift.findings().stream()
                        .anyMatch(finding -> finding.cause() == SchemaCause.UNDECLARED
                                && finding.name().kind() == StructureKind.COLUMN);
    }

    private static RecoveryAnswer answer(SchemaFinding finding) {
        if (RecoveryOptions.isOfRunbookAlone(finding)) {
            return new RecoveryAnswer(
                    finding,
                    Outcome.DOES_NOT,
                    "The operator never makes what this list asks for: the new table has not got it either.");
        }
        return switch (finding.cause()) {
            case COLUMN_MISSING ->
                sets(
                        finding,
                        "The new table has it. Its values are not in the old one: a required one needs a value for each row that is copied.");
            case COLUMN_DIFFERS ->
                sets(finding, "The new table has it as asked for; each value that is copied has to fit.");
            case CONSTRAINT_MISSING, CONSTRAINT_DIFFERS ->
                sets(finding, "The new table has it; rows that break it cannot be copied until they are corrected.");
            case TABLE_MISSING -> sets(finding, "There is no table to set aside: it is made, empty.");
            case UNDECLARED ->
                new RecoveryAnswer(
                        finding,
                        Outcome.TAKES_AWAY,
                        "The new table has not got it; the values of such a column have no place there.");
            case INDEX_MISSING,
                    INDEX_INVALID,
                    INDEX_DIFFERS,
                    POLICY_MISSING,
                    POLICY_DIFFERS,
                    ROW_SECURITY_OFF,
                    OPERATOR_PART_MISSING -> sets(finding, "The operator makes it with the new table.");
        };
    }

    private static RecoveryAnswer sets(SchemaFinding finding, String sentence) {
        return new RecoveryAnswer(finding, Outcome.SETS_RIGHT, sentence);
    }

    private static List<String> loses(SchemaDrift drift) {
        List<String> loses = new ArrayList<>();
        loses.add(
                "The table is away until its rows are copied: programs fail meanwhile, and what they write after is not in the old one.");
        loses.add(
                "Grants, comments, statistics and triggers that were made by hand; views and foreign keys go with the old table, which they mean.");
        if (drift.findings().stream().anyMatch(finding -> finding.cause() == SchemaCause.UNDECLARED)) {
            loses.add(
                    "What the resource does not ask for, with the values of such columns: they stay in quarantine alone.");
        }
        loses.add("Copying fires the triggers of the new table: updated_at, history and audit tell of the copy.");
        if (has(drift, SchemaCause.COLUMN_MISSING) || has(drift, SchemaCause.TABLE_MISSING)) {
            loses.add(
                    "What was in a dropped column or table cannot come back by this either, but from a backup alone.");
        }
        return loses;
    }

    private static List<String> pageSays() {
        return List.of(
                "\"Delete the CRD (marks table for deletion)\": the operator drops nothing, and kubectl wait for its pods waits for no drop.",
                "So the resource applied again takes the drifted table on as it is, with all its drift.",
                "And the data read in again meets the rows that never went: duplicate keys, or every row twice.",
                "kubectl wait --for=condition=Reconcile=True waits until its time is over: no condition is written.");
    }
}

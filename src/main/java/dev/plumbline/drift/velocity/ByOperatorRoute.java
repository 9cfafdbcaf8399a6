package dev.plumbline.drift.velocity;

import dev.plumbline.drift.structure.StructureDifference.Property;
import dev.plumbline.drift.velocity.RecoveryAnswer.Outcome;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.velocity.SchemaDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What Velocity's operator would do by itself. It compares columns alone, and makes indexes, triggers and policies that are not there under their name. */
final class ByOperatorRoute {
    private static final Pattern LENGTH = Pattern.compile("character varying\\((\\d+)\\)");

    private final SchemaDefinition definition;
    private final SchemaDrift drift;

    private ByOperatorRoute(SchemaDefinition definition, SchemaDrift drift) {
        this.definition = definition;
        this.drift = drift;
    }

    static RecoveryOption of(SchemaDefinition definition, SchemaDrift drift) {
        ByOperatorRoute route = new ByOperatorRoute(definition, drift);
        List<RecoveryAnswer> answers = RecoveryAnswer.sorted(drift.findings()).stream()
                .map(route::answer)
                .toList();
        return new RecoveryOption(
                RecoveryRoute.OPERATOR, does(), answers, route.loses(), route.addsEmptyColumn(), pageSays());
    }

    private static List<String> does() {
        return List.of(
                "The annotation alone does nothing: the operator skips a resource whose spec has the hash that it remembers, and an annotation is not in the spec.",
                "kubectl rollout restart deployment velocity-operator -n velocity-system makes it forget: every SchemaDefinition of the cluster is reconciled then, not this one alone.",
                "Velocity's own command sets velocity.sh/force-reconcile-at; the page's annotation velocity.sh/force-reconcile is another one.");
    }

    private static List<String> pageSays() {
        return List.of(
                "\"Force operator to reconcile\" with the annotation: without the restart before it nothing happens.",
                "kubectl wait --for=condition=Reconcile=True waits until its time is over: the operator writes no condition of a SchemaDefinition.",
                "\"Safe\": it builds missing indexes without CONCURRENTLY, so writes to each such table wait until its index is built, in every namespace.",
                "\"recreate missing indexes/constraints\": it compares no constraint with what is there.",
                "/healthz tells that the API answers, not that a table is as it should be.");
    }

    private RecoveryAnswer answer(SchemaFinding finding) {
        if (RecoveryOptions.isOfRunbookAlone(finding)) {
            return new RecoveryAnswer(
                    finding,
                    Outcome.DOES_NOT,
                    "It does not know the list that asks for this: velocity.sh/v1 has none of that name.");
        }
        return switch (finding.cause()) {
            case INDEX_MISSING ->
                new RecoveryAnswer(
                        finding,
                        Outcome.SETS_RIGHT,
                        "After a restart it builds it, without CONCURRENTLY: writes wait meanwhile.");
            case INDEX_INVALID ->
                new RecoveryAnswer(
                        finding,
                        Outcome.DOES_NOT,
                        "It asks for IF NOT EXISTS: an invalid index has the name, so it is left.");
            case INDEX_DIFFERS ->
                new RecoveryAnswer(
                        finding,
                        Outcome.DOES_NOT,
                        "It asks for IF NOT EXISTS: an index of that name is there, so it is left.");
            case COLUMN_MISSING -> missingColumn(finding);
            case COLUMN_DIFFERS -> differingColumn(finding);
            case CONSTRAINT_MISSING, CONSTRAINT_DIFFERS ->
                new RecoveryAnswer(
                        finding,
                        Outcome.DOES_NOT,
                        "It makes constraints with a new table and never looks at them again.");
            case POLICY_MISSING, POLICY_DIFFERS ->
                new RecoveryAnswer(finding, Outcome.SETS_RIGHT, "After a restart it makes its current policies again.");
            case ROW_SECURITY_OFF ->
                new RecoveryAnswer(
                        finding,
                        Outcome.UNCERTAIN,
                        "It enables it when it makes a table; whether it does so again is not published. Every row is open until then: do not wait for it.");
            case TABLE_MISSING ->
                new RecoveryAnswer(finding, Outcome.SETS_RIGHT, "After a restart it makes the table anew, empty.");
            case OPERATOR_PART_MISSING -> operatorPart(finding);
            case UNDECLARED ->
                new RecoveryAnswer(
                        finding, Outcome.LEAVES, "It drops no column, approved or not, and looks at nothing else.");
        };
    }

    private RecoveryAnswer missingColumn(SchemaFinding finding) {
        if (!isRequired(finding)) {
            return new RecoveryAnswer(
                    finding, Outcome.SETS_RIGHT, "After a restart it adds it, empty: the values are gone.");
        }
        return new RecoveryAnswer(
                finding,
                Outcome.ON_CONDITION,
                definition.breakingChangeApproved()
                        ? "The breaking change is approved, so it adds it NOT NULL: PostgreSQL refuses that where there are rows and no default."
                        : "Only with the annotation velocity.sh/breaking-change: approved, since it is NOT NULL; PostgreSQL refuses that where there are rows and no default.");
    }

    private boolean isRequired(SchemaFinding finding) {
        return drift.target().things().stream()
                .filter(thing -> thing.name().equals(finding.name()))
                .anyMatch(thing -> thing.properties().containsKey("not null"));
    }

    private RecoveryAnswer differingColumn(SchemaFinding finding) {
        for (Property property : finding.properties()) {
            if (property.word().equals("type")) {
                return differingType(finding, property.from(), property.to());
            }
        }
        boolean becomesNotNull = finding.properties().stream()
                .anyMatch(property -> property.word().equals("not null") && property.to() != null);
        return becomesNotNull
                ? new RecoveryAnswer(
                        finding,
                        Outcome.ON_CONDITION,
                        "Only with the annotation velocity.sh/breaking-change: approved, and where no row is NULL there.")
                : new RecoveryAnswer(finding, Outcome.SETS_RIGHT, "After a restart it takes NOT NULL away.");
    }

    private static RecoveryAnswer differingType(SchemaFinding finding, @Nullable String from, @Nullable String to) {
        int now = length(from);
        int wanted = length(to);
        if (now > 0 && wanted > now) {
            return new RecoveryAnswer(finding, Outcome.SETS_RIGHT, "After a restart it makes the length longer.");
        }
        if (wanted > 0 && (now > 0 || "text".equals(from))) {
            return new RecoveryAnswer(
                    finding,
                    Outcome.ON_CONDITION,
                    "Only with the annotation velocity.sh/breaking-change: approved, and where every value fits.");
        }
        return new RecoveryAnswer(
                finding,
                Outcome.DOES_NOT,
                "It changes no type of a column, approved or not: \"recognised but not yet executable\".");
    }

    private static int length(@Nullable String type) {
        Matcher length = LENGTH.matcher(type == null ? "" : type);
        return length.matches() ? Integer.parseInt(length.group(1)) : 0;
    }

    private static RecoveryAnswer operatorPart(SchemaFinding finding) {
        return finding.name().kind() == StructureKind.COLUMN
                ? new RecoveryAnswer(
                        finding,
                        Outcome.UNCERTAIN,
                        "It makes the column of full text search with the table; whether again later is not published.")
                : new RecoveryAnswer(
                        finding, Outcome.SETS_RIGHT, "After a restart it makes it again; nobody else can.");
    }

    private boolean addsEmptyColumn() {
        return drift.findings().stream()
                .map(SchemaFinding::cause)
                .anyMatch(cause -> cause == SchemaCause.COLUMN_MISSING || cause == SchemaCause.TABLE_MISSING);
    }

    private List<String> loses() {
        List<String> loses = new ArrayList<>();
        if (addsEmptyColumn()) {
            loses.add(
                    "Nothing more than is lost already: what was in a dropped column or table cannot come back but from a backup.");
        } else {
            loses.add("No data.");
        }
        loses.add("While it restarts no resource of Velocity is reconciled, in no namespace.");
        return loses;
    }
}

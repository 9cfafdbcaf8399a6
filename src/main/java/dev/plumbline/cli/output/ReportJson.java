package dev.plumbline.cli.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.drift.CheckResult;
import dev.plumbline.drift.TruthRow;
import dev.plumbline.model.Problem;
import dev.plumbline.operation.OwnershipReport;
import dev.plumbline.operation.RepairResult;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.PlanJson;
import dev.plumbline.plan.RunOutcome;
import java.util.List;
import java.util.Locale;

/** Reports, plans and outcomes as JSON for machines; every object says its format. */
public final class ReportJson {
    private ReportJson() {}

    public static ObjectNode report(OwnershipReport report) {
        ObjectNode node = Console.mapper().createObjectNode();
        node.put("format", "plumbline.check/1");
        node.put("resource", report.resource().ref().shown());
        node.put("database", report.resource().databaseName());
        node.put("notApplicable", report.notApplicable());
        report.live().ifPresent(live -> {
            node.put("server", live.connection().server().version().shown());
            node.put("login", live.connection().server().login().text());
            node.put("tls", live.connection().mode().word());
            node.put("encryption", live.connection().encryption());
        });
        report.problem().ifPresent(problem -> node.set("problem", problem(problem)));
        node.set("checks", checks(report.checks()));
        ArrayNode truth = node.putArray("truth");
        for (TruthRow row : report.truth()) {
            truth.addObject()
                    .put("field", row.field())
                    .put("spec", row.spec())
                    .put("status", row.status())
                    .put("catalog", row.catalog())
                    .put("verdict", row.verdict().shown())
                    .put("explanation", row.explanation());
        }
        node.putObject("operator")
                .put("verdict", report.forecast().verdict().name().toLowerCase(Locale.ROOT))
                .put("sentence", report.forecast().sentence());
        ArrayNode warnings = node.putArray("warnings");
        report.warnings().forEach(warning -> warnings.add(problem(warning)));
        return node;
    }

    static ArrayNode checks(List<CheckResult> checks) {
        ArrayNode list = Console.mapper().createArrayNode();
        for (CheckResult check : checks) {
            list.addObject()
                    .put("code", check.code())
                    .put("title", check.title())
                    .put("subject", check.subject())
                    .put("state", check.state().name().toLowerCase(Locale.ROOT))
                    .put("expected", check.expected())
                    .put("actual", check.actual())
                    .put("note", check.note())
                    .put("findings", check.findings().size());
        }
        return list;
    }

    public static JsonNode plan(Plan plan) {
        try {
            return Console.mapper().readTree(PlanJson.write(plan));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a plan is always written as JSON", broken);
        }
    }

    public static ObjectNode result(RepairResult result) {
        RunOutcome outcome = result.outcome();
        ObjectNode node = Console.mapper().createObjectNode();
        node.put("format", "plumbline.run/1");
        node.put("ending", outcome.ending().name().toLowerCase(Locale.ROOT));
        node.put("journal", outcome.journalId());
        node.put("tookMs", outcome.took().toMillis());
        outcome.problem().ifPresent(problem -> node.set("problem", problem(problem)));
        ArrayNode steps = node.putArray("steps");
        outcome.steps()
                .forEach(step -> steps.addObject()
                        .put("id", step.stepId())
                        .put("state", step.state().name().toLowerCase(Locale.ROOT))
                        .put("sqlstate", step.sqlState())
                        .put("message", step.serverMessage())
                        .put("tookMs", step.took().toMillis()));
        node.set("remaining", checks(outcome.remaining()));
        node.put("eventWritten", result.recording().eventWritten());
        node.put("statusWritten", result.recording().statusWritten());
        ArrayNode warnings = node.putArray("warnings");
        result.recording().warnings().forEach(warning -> warnings.add(problem(warning)));
        return node;
    }

    static ObjectNode problem(Problem problem) {
        return Console.mapper()
                .createObjectNode()
                .put("kind", problem.kind().name().toLowerCase(Locale.ROOT))
                .put("code", problem.code())
                .put("tried", problem.tried())
                .put("object", problem.object())
                .put("answer", problem.answer())
                .put("next", problem.next());
    }
}

package dev.plumbline.cli.rotation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.cli.output.JsonFields;
import dev.plumbline.model.managed.ManagedDatabase;
import dev.plumbline.operation.rotation.MeasureManaged.Measured;
import dev.plumbline.operation.rotation.RotationReport;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.plan.rotation.RotationPlan;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A ManagedDatabase and its rotation as JSON. */
final class RotateJson {
    private RotateJson() {}

    static JsonNode of(RotationReport report, Optional<RunOutcome> outcome) {
        RotationPlan plan = report.plan();
        ManagedDatabase database = plan.facts().database();
        Map<String, Object> fields = JsonFields.of(
                "namespace", database.ref().namespace(),
                "name", database.ref().name(),
                "target", plan.target(),
                "readAt", report.at().toString(),
                "currentVersion", plan.current(),
                "desiredVersion", database.desiredVersion(),
                "statusVersion", database.currentVersion(),
                "statusErrors", database.errors(),
                "readonly", database.readOnly(),
                "problems", database.problems(),
                "chain",
                        plan.chain().links().stream()
                                .map(link -> JsonFields.of(
                                        "version", link.version(),
                                        "standing", word(link.standing()),
                                        "desired", link.desired()))
                                .toList(),
                "wanted", plan.wanted(),
                "retirements",
                        plan.retirements().stream()
                                .map(each -> JsonFields.of(
                                        "version", each.version(),
                                        "secret", each.secret(),
                                        "login", each.login(),
                                        "light", word(each.light()),
                                        "inUse", each.inUse(),
                                        "unknown", each.unknown()))
                                .toList(),
                "hintsEnabled", database.hintsEnabled(),
                "hints", plan.hints(),
                "refusals", plan.refusals(),
                "notes", plan.notes(),
                "digest", plan.digest(),
                "steps",
                        plan.steps().stream()
                                .map(step -> JsonFields.of(
                                        "id", step.id(),
                                        "step", step.loop(),
                                        "title", step.title(),
                                        "text", step.text(),
                                        "destructive", step.destructive()))
                                .toList());
        outcome.ifPresent(ended -> fields.put(
                "run",
                JsonFields.of(
                        "ending", word(ended.ending()),
                        "journal", ended.journalId(),
                        "steps",
                                ended.steps().stream()
                                        .map(step -> JsonFields.of(
                                                "id", step.stepId(),
                                                "state", word(step.state()),
                                                "sqlstate", step.sqlState(),
                                                "message", step.serverMessage()))
                                        .toList())));
        return JsonFields.node(fields);
    }

    static Map<String, Object> metric(Measured measured) {
        return JsonFields.of(
                "metric", measured.metric(),
                "type", measured.type(),
                "help", measured.help(),
                "labels", measured.labels(),
                "value", measured.value(),
                "unmeasured", measured.why(),
                "milliseconds", measured.took().toMillis());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

package dev.plumbline.cli.gates;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.cli.output.JsonFields;
import dev.plumbline.drift.gate.BakeTime;
import dev.plumbline.drift.gate.ChangeGuard;
import dev.plumbline.drift.gate.GateResult;
import dev.plumbline.drift.gate.Gates;
import dev.plumbline.drift.gate.NextReason;
import dev.plumbline.drift.gate.ReasonWords;
import dev.plumbline.model.Condition;
import dev.plumbline.model.upgrade.DbUpgrade;
import dev.plumbline.model.upgrade.UpgradeJob;
import dev.plumbline.operation.GatesReport;
import java.util.Locale;
import java.util.Map;

/** A DBUpgrade and its checks as JSON. */
final class GatesJson {
    private GatesJson() {}

    static JsonNode of(GatesReport report) {
        DbUpgrade upgrade = report.upgrade();
        Gates gates = report.gates();
        String reason = upgrade.condition("Progressing").map(Condition::reason).orElse("");
        Map<String, Object> fields = JsonFields.of(
                "namespace", upgrade.ref().namespace(),
                "name", upgrade.ref().name(),
                "image", upgrade.image(),
                "reportedReason", reason,
                "phase", ReasonWords.of(reason),
                "conditions", upgrade.conditions(),
                "generation", upgrade.generation(),
                "observedGeneration", upgrade.observedGeneration(),
                "jobCompletedAt", upgrade.jobCompletedAt(),
                "problems", upgrade.problems(),
                "computedAt", report.facts().now().toString(),
                "blocked", gates.isBlocked(),
                "next", next(gates.next()),
                "checks", gates.results().stream().map(GatesJson::check).toList());
        report.imageDigest()
                .value()
                .ifPresentOrElse(
                        digest -> fields.put("imageDigest", digest),
                        () -> fields.put(
                                "imageDigestUnknown", report.imageDigest().gap()));
        gates.bake().ifPresent(bake -> fields.put("bake", bake(bake)));
        gates.job().ifPresent(job -> fields.put("job", job(job)));
        if (report.facts().jobs().value().isEmpty()) {
            fields.put("jobsUnknown", report.facts().jobs().gap());
        }
        report.refusal().ifPresent(text -> fields.put("specRefused", text));
        report.guard().ifPresent(text -> fields.put("changeRefused", text));
        fields.put("operatorNotes", ChangeGuard.notes());
        fields.put("timeline", report.timeline());
        if (!report.eventsGap().isEmpty()) {
            fields.put("eventsUnknown", report.eventsGap());
        }
        return JsonFields.node(fields);
    }

    private static Map<String, Object> next(NextReason next) {
        return JsonFields.of(
                "known", next.isKnown(),
                "reason", next.reason(),
                "phase", next.isKnown() ? next.words() : "",
                "progressing", next.progressing(),
                "readyReason", next.ready(),
                "message", next.message(),
                "requeue", next.requeue(),
                "event", next.event());
    }

    private static Map<String, Object> check(GateResult result) {
        Map<String, Object> fields = JsonFields.of(
                "stage", word(result.stage()),
                "kind", word(result.kind()),
                "name", result.name(),
                "verdict", word(result.verdict()),
                "message", result.message(),
                "pods", result.pods(),
                "samples", result.samples(),
                "notes", result.notes());
        result.measured().ifPresent(measured -> fields.put("measured", measured));
        return fields;
    }

    private static Map<String, Object> bake(BakeTime bake) {
        return JsonFields.of(
                "totalSeconds", bake.total(),
                "elapsedSeconds", bake.elapsed(),
                "remainingSeconds", bake.remaining());
    }

    private static Map<String, Object> job(UpgradeJob job) {
        return JsonFields.of(
                "name", job.name(),
                "state", word(job.state()),
                "created", job.created(),
                "started", job.started(),
                "completed", job.completed(),
                "failure", job.failure());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

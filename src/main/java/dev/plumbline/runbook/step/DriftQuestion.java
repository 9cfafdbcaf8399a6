package dev.plumbline.runbook.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.drift.CheckResult;
import dev.plumbline.drift.State;
import dev.plumbline.drift.velocity.SchemaDrift;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.operation.CheckSchemas;
import dev.plumbline.operation.OwnershipReport;
import dev.plumbline.operation.SchemaReport;
import dev.plumbline.runbook.document.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code drift: {kind: schemadefinition | database, name, namespace}}: holds where nothing differs from what the resource asks for. Of a database {@code checks: [OWN-104]} asks for these alone.
 */
final class DriftQuestion implements Checking.Question {
    @Override
    public CheckAnswer ask(Block block, ObjectNode fields, StepScope scope, CancelToken cancel) {
        JsonNode drift = fields.path("drift");
        String name = drift.path("name").asText();
        String namespace = drift.path("namespace").asText(scope.target().namespace());
        Set<String> only = new TreeSet<>();
        drift.path("checks").forEach(code -> only.add(code.asText()));
        return switch (drift.path("kind").asText("schemadefinition")) {
            case "schemadefinition", "sd" -> ofSchema(block, scope, namespace, name, cancel);
            case "database" -> ofDatabase(scope, name, only, cancel);
            default ->
                throw new ProblemException(new Problem(
                        Problem.Kind.INVALID,
                        "RB-CHECK",
                        "Asking for the drift of",
                        drift.path("kind").asText(),
                        "there is no drift of this kind.",
                        "Write kind: schemadefinition or kind: database."));
        };
    }

    private static CheckAnswer ofSchema(
            Block block, StepScope scope, String namespace, String name, CancelToken cancel) {
        CheckSchemas.Scope where = new CheckSchemas.Scope(
                scope.context(block),
                namespace,
                Optional.of(name),
                scope.target().dsn());
        SchemaReport report = scope.tools()
                .operations()
                .get()
                .schemas()
                .check(where, cancel, Progress.NONE)
                .reports()
                .get(0);
        SchemaDrift drift = report.drift()
                .orElseThrow(() -> new ProblemException(report.problem().orElseThrow()));
        if (drift.unknown().isPresent()) {
            return new CheckAnswer(CheckAnswer.Finding.UNKNOWN, drift.unknown().get(), List.of());
        }
        List<String> evidence = new ArrayList<>();
        drift.findings()
                .forEach(finding -> evidence.add(finding.cause().title() + ": "
                        + finding.name().kind().word() + " " + finding.name().shown()));
        return CheckAnswer.of(
                !drift.isDrifted(),
                drift.isDrifted()
                        ? drift.findings().size() == 1
                                ? "1 difference."
                                : drift.findings().size() + " differences."
                        : "Zero differences.",
                evidence);
    }

    private static CheckAnswer ofDatabase(StepScope scope, String name, Set<String> only, CancelToken cancel) {
        OwnershipReport report =
                scope.tools().operations().get().ownership().check(scope.databaseRef(name), cancel, Progress.NONE);
        report.problem().ifPresent(problem -> {
            throw new ProblemException(problem);
        });
        if (!report.notApplicable().isEmpty()) {
            return new CheckAnswer(CheckAnswer.Finding.UNKNOWN, report.notApplicable(), List.of());
        }
        List<CheckResult> asked = report.checks().stream()
                .filter(check -> only.isEmpty() || only.contains(check.code()))
                .toList();
        List<String> unknown = asked.stream()
                .filter(check -> check.state() == State.UNKNOWN)
                .map(check -> check.code() + " " + check.title() + ": " + check.note())
                .toList();
        if (!unknown.isEmpty() || asked.isEmpty()) {
            return new CheckAnswer(
                    CheckAnswer.Finding.UNKNOWN,
                    asked.isEmpty()
                            ? "None of the checks is known: " + only
                            : unknown.size() == 1
                                    ? "1 check could not be made."
                                    : unknown.size() + " checks could not be made.",
                    unknown);
        }
        List<CheckResult> differing =
                asked.stream().filter(check -> !check.findings().isEmpty()).toList();
        List<String> evidence = differing.stream()
                .map(check -> check.code() + " " + check.title() + ": " + check.verdict())
                .toList();
        return CheckAnswer.of(
                differing.isEmpty(),
                differing.isEmpty()
                        ? "Zero differences."
                        : differing.size() == 1
                                ? "1 check finds differences."
                                : differing.size() + " checks find differences.",
                evidence);
    }
}

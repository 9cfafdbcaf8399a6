package dev.plumbline.cli.migration;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.cli.output.JsonFields;
import dev.plumbline.migration.trace.TracedEffect;
import dev.plumbline.model.Problem;
import dev.plumbline.model.lock.Relation;
import dev.plumbline.operation.migration.MigrationTrial;
import dev.plumbline.operation.migration.TriedMigrations;
import dev.plumbline.plan.RunOutcome;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A trial of migrations on the live server as JSON. */
final class TrialJson {
    private TrialJson() {}

    static JsonNode of(MigrationTrial trial, Optional<TriedMigrations> tried) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("evidence", MigrationTrial.EVIDENCE);
        all.put("digest", trial.plan().digest());
        all.put(
                "refusals",
                trial.ofTheTrialAlone().stream()
                        .map(refusal -> JsonFields.of(
                                "code", refusal.checkCode(), "what", refusal.what(), "why", refusal.why()))
                        .toList());
        all.put("ran", tried.isPresent());
        tried.ifPresent(done -> add(all, done));
        return JsonFields.node(all);
    }

    private static void add(Map<String, Object> all, TriedMigrations tried) {
        all.put("outcome", tried.outcome().ending().name());
        all.put("problem", tried.outcome().problem().map(Problem::message).orElse(""));
        all.put(
                "statements",
                tried.outcome().steps().stream()
                        .map(step -> statement(
                                step, Optional.ofNullable(tried.effects().get(step.stepId()))))
                        .toList());
        all.put(
                "changes",
                tried.changes().stream()
                        .map(difference -> JsonFields.of(
                                "change", difference.change().name(),
                                "kind", difference.name().kind().word(),
                                "name", difference.name().shown()))
                        .toList());
        all.put("unpredicted", tried.unpredicted());
        all.put("notRolledBack", tried.moved());
        all.put("asBefore", tried.isAsBefore());
        all.put("notAsBefore", tried.notAsBefore().map(Problem::message).orElse(""));
        all.put("journal", tried.outcome().journalId());
    }

    private static Map<String, Object> statement(RunOutcome.StepOutcome step, Optional<TracedEffect> seen) {
        Map<String, Object> one = JsonFields.of(
                "step", step.stepId(),
                "state", step.state().name(),
                "sqlstate", step.sqlState(),
                "message", step.serverMessage(),
                "ms", step.took().toMillis());
        seen.ifPresent(effect -> {
            one.put(
                    "locks",
                    effect.taken().stream()
                            .map(lock -> JsonFields.of(
                                    "relation",
                                    lock.relation().shown(),
                                    "mode",
                                    lock.mode().words()))
                            .toList());
            one.put("rewritten", shown(effect.rewritten()));
            one.put("scanned", shown(effect.scanned()));
        });
        return one;
    }

    private static List<String> shown(Collection<Relation> relations) {
        return relations.stream().map(Relation::shown).toList();
    }
}

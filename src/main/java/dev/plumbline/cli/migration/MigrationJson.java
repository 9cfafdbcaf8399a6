package dev.plumbline.cli.migration;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.cli.output.JsonFields;
import dev.plumbline.model.lock.Relation;
import dev.plumbline.operation.migration.MigrationTrace;
import dev.plumbline.operation.migration.PlannedMigrations;
import dev.plumbline.operation.migration.TracedStatement;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A plan of migrations as JSON: files, statements with what was traced and found, refusals, the plan's digest. */
final class MigrationJson {
    private MigrationJson() {}

    static JsonNode of(PlannedMigrations planned) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("format", 1);
        all.put("database", planned.database());
        all.put("source", planned.choice().shown());
        all.put("digest", planned.plan().digest());
        all.put("scratchMajor", planned.trace().major());
        all.put(
                "files",
                planned.trace().files().stream()
                        .map(file -> file(planned, file))
                        .toList());
        all.put(
                "refusals",
                planned.plan().refusals().stream()
                        .map(refusal -> JsonFields.of(
                                "code", refusal.checkCode(), "what", refusal.what(), "why", refusal.why()))
                        .toList());
        all.put("notes", planned.notes());
        return JsonFields.node(all);
    }

    private static Map<String, Object> file(PlannedMigrations planned, MigrationTrace.File file) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("file", file.text().file().name());
        one.put("transaction", file.mode().name());
        one.put(
                "statements",
                file.statements().stream().map(each -> statement(planned, each)).toList());
        return one;
    }

    private static Map<String, Object> statement(PlannedMigrations planned, TracedStatement traced) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("number", traced.statement().number());
        one.put("line", traced.statement().line());
        one.put("text", traced.statement().text());
        one.put("state", traced.state().name());
        one.put("said", traced.said());
        traced.effect().ifPresent(effect -> {
            one.put(
                    "locks",
                    effect.taken().stream()
                            .map(lock -> JsonFields.of(
                                    "relation",
                                    lock.relation().shown(),
                                    "mode",
                                    lock.mode().words()))
                            .toList());
            one.put("made", shown(effect.made()));
            one.put("dropped", shown(effect.dropped()));
            one.put("rewritten", shown(effect.rewritten()));
            one.put("scanned", shown(effect.scanned()));
        });
        traced.changes()
                .ifPresent(changes -> one.put(
                        "changes",
                        changes.differences().stream()
                                .map(difference -> JsonFields.of(
                                        "change", difference.change().name(),
                                        "kind", difference.name().kind().word(),
                                        "name", difference.name().shown()))
                                .toList()));
        one.put(
                "findings",
                planned.lint().findings().stream()
                        .filter(finding -> finding.statement().equals(traced.statement()))
                        .map(finding -> JsonFields.of(
                                "code", finding.code().name(),
                                "severity", finding.severity().word(),
                                "evidence", finding.evidence().word(),
                                "message", finding.found().message(),
                                "advice", finding.found().advice()))
                        .toList());
        return one;
    }

    private static List<String> shown(Collection<Relation> relations) {
        return relations.stream().map(Relation::shown).toList();
    }
}

package dev.plumbline.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.model.ServerIdentity;
import dev.plumbline.model.Sql;
import java.util.Collection;

/**
 * A plan for machines: format {@value #FORMAT}, version {@value #VERSION}, fields only ever added within a version. Deterministic: the same
 * plan gives the same text. Names are as stored, not as shown.
 */
public final class PlanJson {
    public static final String FORMAT = "plumbline-plan";
    public static final int VERSION = 1;

    private PlanJson() {}

    public static String write(Plan plan) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("format", FORMAT).put("version", VERSION).put("digest", plan.digest());
        root.set("target", target(plan.target()));
        root.set("steps", steps(plan));
        root.set("refusals", refusals(plan));
        return root.toPrettyString() + "\n";
    }

    private static ObjectNode target(PlanTarget target) {
        ServerIdentity server = target.server();
        return JsonNodeFactory.instance
                .objectNode()
                .put(
                        "resource",
                        target.resource() == null ? null : target.resource().shown())
                .put("server", server.version().shown())
                .put("systemIdentifier", server.systemIdentifier())
                .put("database", server.database().text())
                .put("databaseOid", server.databaseOid())
                .put("login", server.login().text());
    }

    private static ArrayNode steps(Plan plan) {
        ArrayNode steps = JsonNodeFactory.instance.arrayNode();
        plan.steps().forEach(step -> steps.add(step(step)));
        return steps;
    }

    private static ObjectNode step(Step step) {
        Sql undo = step.undo();
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("id", step.id())
                .put("group", step.group().name())
                .put("selected", step.group().selectedAtFirst())
                .put("check", step.checkCode())
                .put("reason", step.reason())
                .put("sql", step.sql().text())
                .put("undo", undo == null ? null : undo.text())
                .put("undoNote", step.undoNote())
                .put("destructive", step.destructive())
                .put("lock", step.lock())
                .put("lockTimeoutMilliseconds", step.lockTimeout().milliseconds())
                .put("statementTimeoutMilliseconds", step.statementTimeout().milliseconds())
                .put("transactional", step.transactional());
        node.set("hazards", texts(step.hazards().stream().map(Hazard::name).toList()));
        node.set("requires", texts(step.requires()));
        return node;
    }

    private static ArrayNode refusals(Plan plan) {
        ArrayNode refusals = JsonNodeFactory.instance.arrayNode();
        for (Plan.Refusal refusal : plan.refusals()) {
            refusals.addObject()
                    .put("check", refusal.checkCode())
                    .put("what", refusal.what())
                    .put("why", refusal.why())
                    .put("missingGrant", refusal.missingGrant())
                    .put("optional", refusal.optional());
        }
        return refusals;
    }

    private static ArrayNode texts(Collection<String> texts) {
        ArrayNode node = JsonNodeFactory.instance.arrayNode();
        texts.forEach(node::add);
        return node;
    }
}

package dev.plumbline.model.velocity;

import dev.plumbline.model.Condition;
import dev.plumbline.model.ResourceRef;
import java.util.List;
import java.util.Map;

/**
 * A SchemaDefinition of velocity.sh/v1 as it was read. {@code organisation}, {@code application} and {@code domain} are its labels. {@code tier} is 1 to 3,
 * 0 where none is given. {@code filteredRoles} are those whose rows {@code access.rowFilter} limits. {@code indexes}, {@code constraints} and
 * {@code policies} are the lists that Velocity's published runbook reads and its definition does not have. What was missing or of a wrong type is in
 * {@code problems} as sentences.
 */
public record SchemaDefinition(
        ResourceRef ref,
        String uid,
        String resourceVersion,
        long generation,
        String organisation,
        String application,
        String domain,
        String version,
        int tier,
        List<SchemaField> fields,
        List<String> filteredRoles,
        List<DeclaredIndex> indexes,
        List<DeclaredConstraint> constraints,
        List<DeclaredPolicy> policies,
        Map<String, String> annotations,
        String phase,
        String statusTable,
        List<Condition> conditions,
        List<String> problems) {
    /** The annotation without which the operator makes no change that could lose data. */
    public static final String BREAKING_CHANGE = "velocity.sh/breaking-change";

    public SchemaDefinition {
        fields = List.copyOf(fields);
        filteredRoles = List.copyOf(filteredRoles);
        indexes = List.copyOf(indexes);
        constraints = List.copyOf(constraints);
        policies = List.copyOf(policies);
        annotations = Map.copyOf(annotations);
        conditions = List.copyOf(conditions);
        problems = List.copyOf(problems);
    }

    public boolean breakingChangeApproved() {
        return annotations.getOrDefault(BREAKING_CHANGE, "").equalsIgnoreCase("approved");
    }
}

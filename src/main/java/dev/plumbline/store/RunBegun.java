package dev.plumbline.store;

import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.ServerIdentity;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a run before it acts. {@code target} is in words; {@code resource} the custom resource, null for a direct connection;
 * {@code approval} says in words what was allowed; {@code process} is this program's process id.
 */
public record RunBegun(
        String by,
        String target,
        @Nullable ResourceRef resource,
        String cluster,
        ServerIdentity server,
        String planDigest,
        String approval,
        long process,
        List<PlannedStatement> statements) {
    public RunBegun {
        statements = List.copyOf(statements);
    }

    /** A statement of the plan: its step's id, the text that will run, and whether it runs inside the run's transaction. */
    public record PlannedStatement(String stepId, String sql, boolean inTransaction) {}

    SortedMap<String, String> fields() {
        SortedMap<String, String> fields = new TreeMap<>();
        fields.put("by", by);
        fields.put("target", target);
        if (resource != null) {
            fields.put("context", resource.context());
            fields.put("group", resource.group());
            fields.put("plural", resource.plural());
            fields.put("namespace", resource.namespace());
            fields.put("name", resource.name());
        }
        fields.put("cluster", cluster);
        fields.put("system", server.systemIdentifier());
        fields.put("database", server.database().text());
        fields.put("databaseOid", Long.toString(server.databaseOid()));
        fields.put("login", server.login().text());
        fields.put("server", server.version().shown());
        fields.put("planDigest", planDigest);
        fields.put("approval", approval);
        fields.put("process", Long.toString(process));
        fields.put("statements", Integer.toString(statements.size()));
        return fields;
    }
}

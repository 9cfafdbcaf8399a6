package dev.plumbline.drift.velocity;

import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import dev.plumbline.model.velocity.DeclaredPolicy;
import dev.plumbline.model.velocity.SchemaDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The policy for sessions without limits, and those that the resource names with their condition. Those of roles are {@link UnknownParts}. */
final class WantedPolicies {
    private static final Set<String> COMPARED = Set.of("restrictive", "command", "roles", "using", "check");

    private WantedPolicies() {}

    static List<WantedPart> of(SchemaDefinition definition, SchemaNames names, List<String> problems) {
        List<WantedPart> policies = new ArrayList<>();
        PartNames named = new PartNames(problems);
        String unrestricted = "pol_" + names.table().text() + "_unrestricted";
        named.of(unrestricted, "every Velocity table")
                .ifPresent(name -> policies.add(part(
                        names,
                        name,
                        Sql.of("pg_catalog.current_setting('app.scoped_roles', true) OPERATOR(pg_catalog.=) '*'"),
                        "every Velocity table")));
        for (DeclaredPolicy policy : definition.policies()) {
            String source = "rowFilter, " + policy.name();
            named.of(policy.name(), source)
                    .ifPresent(name -> policies.add(part(names, name, new Sql(policy.condition()), source)));
        }
        return policies;
    }

    private static WantedPart part(SchemaNames names, Name name, Sql condition, String source) {
        return new WantedPart(
                WantedKind.POLICY,
                name.text(),
                Sql.of("CREATE POLICY %I ON %I.%I USING (%s)", name, names.schema(), names.table(), condition),
                source,
                COMPARED);
    }
}

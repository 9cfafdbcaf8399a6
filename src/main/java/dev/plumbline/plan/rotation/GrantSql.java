package dev.plumbline.plan.rotation;

import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import dev.plumbline.model.managed.LiveCredentials;
import dev.plumbline.model.managed.LiveCredentials.Reached;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The statements that give the group of a database what it lacks; empty when it lacks nothing that this login can give. */
public final class GrantSql {
    private GrantSql() {}

    public static List<Sql> makeGroup(LiveCredentials live) {
        List<Sql> statements = new ArrayList<>();
        Name group = live.group().role();
        if (!live.group().exists()) {
            statements.add(Sql.of("CREATE ROLE %I NOLOGIN", group));
        }
        if (!live.group().exists() || !live.group().mayConnect()) {
            statements.add(
                    Sql.of("GRANT CONNECT ON DATABASE %I TO %I", live.server().database(), group));
        }
        return statements;
    }

    public static List<Sql> grants(LiveCredentials live) {
        Name group = live.group().role();
        Map<Name, Boolean> schemas = new LinkedHashMap<>();
        Map<Boolean, List<Sql>> lacking = new LinkedHashMap<>();
        for (Reached each : live.tables()) {
            if (!each.grantable()) {
                continue;
            }
            if (!each.schemaReached()) {
                schemas.put(each.schema(), true);
            }
            if (!each.reached()) {
                lacking.computeIfAbsent(each.sequence(), kind -> new ArrayList<>())
                        .add(Sql.of("%I.%I", each.schema(), each.name()));
            }
        }
        List<Sql> statements = new ArrayList<>();
        schemas.keySet().forEach(schema -> statements.add(Sql.of("GRANT USAGE ON SCHEMA %I TO %I", schema, group)));
        lacking.forEach((sequence, names) -> statements.add(
                sequence
                        ? Sql.of("GRANT USAGE, SELECT ON SEQUENCE %s TO %I", Sql.join(", ", names), group)
                        : Sql.of(
                                "GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE %s TO %I",
                                Sql.join(", ", names), group)));
        return statements;
    }
}

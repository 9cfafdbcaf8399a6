package dev.plumbline.catalog;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.model.AccessList;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Column;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Grantee;
import dev.plumbline.model.Policy;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.RelationFacts;
import dev.plumbline.model.RoleIndex;
import dev.plumbline.model.RoleSetting;
import dev.plumbline.model.RoutineFacts;
import org.jspecify.annotations.Nullable;

/**
 * Writes what the access side holds besides the catalog: the part {@code access} of {@link SnapshotJson}. Whoever is granted something is {@code null} for PUBLIC,
 * a text for the role of that name, a number for the oid of a role that was dropped. Privileges are the server's letters, a star after what may be granted on.
 */
final class AccessJson {
    private final AccessSnapshot snapshot;

    private AccessJson(AccessSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    static void write(ObjectNode node, AccessSnapshot snapshot) {
        AccessJson writer = new AccessJson(snapshot);
        node.put("everyColumn", snapshot.everyColumn());
        ArrayNode others = node.putArray("unseenRoles");
        snapshot.roles().others().forEach(other -> put(others.addObject(), "is", other));
        ArrayNode objects = node.putArray("objects");
        snapshot.objects().forEach(object -> writer.object(objects.addObject(), object));
        ArrayNode columns = node.putArray("columns");
        snapshot.columns().forEach(column -> writer.column(columns.addObject(), column));
        ArrayNode policies = node.putArray("policies");
        snapshot.policies().forEach(policy -> writer.policy(policies.addObject(), policy));
        ArrayNode settings = node.putArray("roleSettings");
        snapshot.settings().forEach(setting -> setting(settings.addObject(), setting));
    }

    private void object(ObjectNode node, DatabaseObject object) {
        node.put("kind", object.kind().word());
        node.put("oid", object.oid());
        node.put("schema", object.schema() == null ? null : object.schema().text());
        node.put("name", object.name());
        node.put("detail", object.detail());
        put(node, "owner", snapshot.roles().grantee(object.owner()));
        node.put("origin", object.origin().name());
        acl(node, object.acl());
        RelationFacts relation = snapshot.relations().get(object.oid());
        RoutineFacts routine = snapshot.routines().get(object.oid());
        switch (object.kind()) {
            case RELATION, SEQUENCE -> {
                if (relation != null) {
                    facts(node.putObject("relation"), relation);
                }
            }
            case ROUTINE -> {
                if (routine != null) {
                    facts(node.putObject("routine"), routine);
                }
            }
            default -> {}
        }
    }

    private static void facts(ObjectNode node, RelationFacts facts) {
        node.put("rowSecurity", facts.rowSecurity());
        node.put("forcedRowSecurity", facts.forcedRowSecurity());
        node.put("securityInvoker", facts.securityInvoker());
        node.put("partitionOf", facts.partitionOf());
        node.put("sequenceOf", facts.sequenceOf());
    }

    private static void facts(ObjectNode node, RoutineFacts facts) {
        node.put("securityDefiner", facts.securityDefiner());
        ArrayNode settings = node.putArray("settings");
        facts.settings().forEach(settings::add);
        node.put("language", facts.language().text());
        node.put("kind", String.valueOf(facts.kind()));
    }

    private void column(ObjectNode node, Column column) {
        node.put("relation", column.relation());
        node.put("number", column.number());
        node.put("name", column.name().text());
        acl(node, column.acl());
    }

    private void policy(ObjectNode node, Policy policy) {
        node.put("relation", policy.relation());
        node.put("name", policy.name().text());
        node.put("permissive", policy.permissive());
        node.put("command", String.valueOf(policy.command()));
        ArrayNode roles = node.putArray("roles");
        policy.roles()
                .forEach(role -> put(roles.addObject(), "is", snapshot.roles().grantee(role)));
        node.put("using", policy.using());
        node.put("check", policy.check());
    }

    private static void setting(ObjectNode node, RoleSetting setting) {
        node.put("role", setting.role() == null ? null : setting.role().text());
        node.put(
                "database",
                setting.database() == null ? null : setting.database().text());
        ArrayNode settings = node.putArray("settings");
        setting.settings().forEach(settings::add);
    }

    private void acl(ObjectNode node, @Nullable AccessList acl) {
        if (acl == null) {
            node.putNull("acl");
            return;
        }
        ArrayNode items = node.putArray("acl");
        RoleIndex roles = snapshot.roles();
        for (int entry = 0; entry < acl.size(); entry++) {
            ObjectNode item = items.addObject();
            put(item, "grantee", roles.grantee(acl.grantee(entry)));
            put(item, "grantor", roles.grantee(acl.grantor(entry)));
            item.put("privileges", new PrivilegeSet(acl.held(entry)).letters(new PrivilegeSet(acl.grantable(entry))));
        }
    }

    static void put(ObjectNode node, String field, Grantee grantee) {
        if (grantee.role() != null) {
            node.put(field, grantee.role().text());
        } else if (grantee.isPublic()) {
            node.putNull(field);
        } else {
            node.put(field, grantee.danglingOid());
        }
    }
}

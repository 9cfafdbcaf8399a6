package dev.plumbline.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.model.AclItem;
import dev.plumbline.model.Membership;
import dev.plumbline.model.Role;
import dev.plumbline.model.ServerIdentity;
import dev.plumbline.model.Snapshot;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot as JSON, format {@code plumbline.snapshot} version 1: a header with the time of reading and the server, then the catalog. The same catalog
 * gives the same bytes but for the header. An {@code acl} of null is the server's NULL, the built-in default; an empty list is a list that was emptied.
 */
public final class SnapshotJson {
    public static final String FORMAT = "plumbline.snapshot";
    public static final int VERSION = 1;
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private SnapshotJson() {}

    public static String write(Snapshot snapshot, Instant readAt) {
        ObjectNode root = JSON.createObjectNode();
        root.put("format", FORMAT);
        root.put("version", VERSION);
        header(root.putObject("header"), snapshot.server(), readAt);
        database(root.putObject("database"), snapshot);
        ArrayNode roles = root.putArray("roles");
        snapshot.roles().forEach(role -> role(roles.addObject(), role));
        ArrayNode memberships = root.putArray("memberships");
        snapshot.memberships().forEach(edge -> membership(memberships.addObject(), edge));
        ArrayNode schemas = root.putArray("schemas");
        snapshot.schemas().forEach(schema -> {
            ObjectNode node = schemas.addObject();
            node.put("name", schema.name().text()).put("owner", schema.owner().text());
            acl(node, schema.acl());
        });
        ArrayNode defaults = root.putArray("defaultPrivileges");
        snapshot.defaultPrivileges().forEach(rule -> {
            ObjectNode node = defaults.addObject();
            node.put("creator", rule.creator().text());
            node.put("schema", rule.schema() == null ? null : rule.schema().text());
            node.put("type", rule.type().word());
            acl(node, rule.acl());
        });
        objects(root.putArray("objects"), snapshot);
        ArrayNode gaps = root.putArray("gaps");
        snapshot.gaps()
                .forEach(gap -> gaps.addObject()
                        .put("subject", gap.subject())
                        .put("sqlstate", gap.sqlState())
                        .put("answer", gap.answer()));
        return text(root);
    }

    private static void header(ObjectNode node, ServerIdentity server, Instant readAt) {
        node.put("readAt", DateTimeFormatter.ISO_INSTANT.format(readAt.truncatedTo(ChronoUnit.SECONDS)));
        node.put("product", server.version().product().shown());
        node.put("serverVersion", server.version().text());
        node.put("systemIdentifier", server.systemIdentifier());
        node.put("address", server.address());
        node.put("port", server.port());
        node.put("replica", server.replica());
        node.put("login", server.login().text());
    }

    private static void database(ObjectNode node, Snapshot snapshot) {
        node.put("name", snapshot.database().name().text());
        node.put("owner", snapshot.database().owner().text());
        node.put("connectionLimit", snapshot.database().connectionLimit());
        node.put("encoding", snapshot.database().encoding());
        node.put("collation", snapshot.database().collation());
        acl(node, snapshot.database().acl());
    }

    private static void role(ObjectNode node, Role role) {
        node.put("name", role.name().text());
        node.put("superuser", role.superuser());
        node.put("inherit", role.inherit());
        node.put("createRole", role.createRole());
        node.put("createDatabase", role.createDatabase());
        node.put("login", role.login());
        node.put("replication", role.replication());
        node.put("bypassRowSecurity", role.bypassRowSecurity());
        node.put("connectionLimit", role.connectionLimit());
        node.put("validUntil", role.validUntil());
    }

    private static void membership(ObjectNode node, Membership edge) {
        node.put("role", edge.role().text());
        node.put("member", edge.member().text());
        node.put("grantor", edge.grantor() == null ? null : edge.grantor().text());
        node.put("admin", edge.admin()).put("inherit", edge.inherit()).put("set", edge.set());
    }

    private static void objects(ArrayNode list, Snapshot snapshot) {
        snapshot.objects().forEach(object -> {
            ObjectNode node = list.addObject();
            node.put("type", object.type().word());
            node.put("schema", object.schema().text());
            node.put("identity", object.identity().text());
            node.put("owner", object.owner().text());
            acl(node, object.acl());
        });
    }

    private static void acl(ObjectNode node, @Nullable List<AclItem> acl) {
        if (acl == null) {
            node.putNull("acl");
            return;
        }
        ArrayNode items = node.putArray("acl");
        acl.forEach(item -> items.addObject()
                .put("grantee", item.grantee().shown())
                .put("grantor", item.grantor().shown())
                .put("privileges", item.letters()));
    }

    private static String text(ObjectNode root) {
        try {
            return JSON.writeValueAsString(root) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of texts can always be written", impossible);
        }
    }
}

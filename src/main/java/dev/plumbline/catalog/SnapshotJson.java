package dev.plumbline.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.AclItem;
import dev.plumbline.model.Gap;
import dev.plumbline.model.Membership;
import dev.plumbline.model.Role;
import dev.plumbline.model.ServerIdentity;
import dev.plumbline.model.ServerVersion;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.structure.StructureSnapshot;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot as JSON, format {@code plumbline.snapshot} version 3: a header with the time of reading and the server, the catalog, the access side and the structure, which
 * {@link SnapshotJsonReader} reads back. Version 2 had no structure. The same catalog gives the same bytes but for the header. An {@code acl} of null is the server's NULL, the built-in default;
 * an empty list is a list that was emptied. A grantee is null for PUBLIC, a text for the role of that name, a number for the oid of a role that was dropped.
 */
public final class SnapshotJson {
    public static final String FORMAT = "plumbline.snapshot";
    public static final int VERSION = 3;
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private SnapshotJson() {}

    /**
     * @param access of the same state as the snapshot, whose objects are those that ownership is about
     * @param structure of a reading of its own, right before; null where it was not read
     */
    public static String write(
            Snapshot snapshot, AccessSnapshot access, @Nullable StructureSnapshot structure, Instant readAt) {
        ObjectNode root = written(snapshot, access.catalog(), readAt);
        AccessJson.write(root.putObject("access"), access);
        if (structure == null) {
            root.putNull("structure");
        } else {
            StructureJson.write(root.putObject("structure"), structure);
        }
        return text(root);
    }

    /** Where the access side cannot be read at all; {@code why} is told to who asks for it later. */
    public static String withoutAccess(Snapshot snapshot, String why, Instant readAt) {
        ObjectNode root = written(snapshot, snapshot, readAt);
        root.putNull("access");
        root.put("accessMissing", why);
        root.putNull("structure");
        return text(root);
    }

    /** What the database is made of and nothing else, as {@link SnapshotJsonReader#structure} reads it: equal structures are equal texts, whenever and as whomever they were read. */
    public static String ofStructure(StructureSnapshot structure) {
        ObjectNode root = JSON.createObjectNode();
        root.put("format", FORMAT);
        root.put("version", VERSION);
        ServerVersion version = structure.version();
        root.putObject("header")
                .put("product", version.product().shown())
                .put("serverVersion", version.text())
                .put("versionNumber", version.number());
        root.putObject("database").put("name", structure.database().text());
        StructureJson.write(root.putObject("structure"), structure);
        return root.toString();
    }

    private static ObjectNode written(Snapshot snapshot, Snapshot shared, Instant readAt) {
        ObjectNode root = JSON.createObjectNode();
        root.put("format", FORMAT);
        root.put("version", VERSION);
        header(root.putObject("header"), shared.server(), readAt);
        database(root.putObject("database"), shared);
        ArrayNode roles = root.putArray("roles");
        shared.roles().forEach(role -> role(roles.addObject(), role));
        ArrayNode memberships = root.putArray("memberships");
        shared.memberships().forEach(edge -> membership(memberships.addObject(), edge));
        ArrayNode schemas = root.putArray("schemas");
        shared.schemas().forEach(schema -> {
            ObjectNode node = schemas.addObject();
            node.put("oid", schema.oid());
            node.put("name", schema.name().text()).put("owner", schema.owner().text());
            acl(node, schema.acl());
        });
        ArrayNode defaults = root.putArray("defaultPrivileges");
        shared.defaultPrivileges().forEach(rule -> {
            ObjectNode node = defaults.addObject();
            node.put("creator", rule.creator().text());
            node.put("schema", rule.schema() == null ? null : rule.schema().text());
            node.put("type", rule.type().word());
            acl(node, rule.acl());
        });
        objects(root.putArray("objects"), snapshot);
        gaps(root.putArray("gaps"), shared.gaps());
        gaps(root.putArray("objectGaps"), snapshot.gaps());
        return root;
    }

    private static void gaps(ArrayNode list, List<Gap> gaps) {
        gaps.forEach(gap -> list.addObject()
                .put("subject", gap.subject())
                .put("sqlstate", gap.sqlState())
                .put("answer", gap.answer()));
    }

    private static void header(ObjectNode node, ServerIdentity server, Instant readAt) {
        node.put("readAt", DateTimeFormatter.ISO_INSTANT.format(readAt.truncatedTo(ChronoUnit.SECONDS)));
        node.put("product", server.version().product().shown());
        node.put("serverVersion", server.version().text());
        node.put("versionNumber", server.version().number());
        node.put("systemIdentifier", server.systemIdentifier());
        node.put("address", server.address());
        node.put("port", server.port());
        node.put("replica", server.replica());
        node.put("login", server.login().text());
    }

    private static void database(ObjectNode node, Snapshot snapshot) {
        node.put("oid", snapshot.database().oid());
        node.put("name", snapshot.database().name().text());
        node.put("owner", snapshot.database().owner().text());
        node.put("connectionLimit", snapshot.database().connectionLimit());
        node.put("encoding", snapshot.database().encoding());
        node.put("collation", snapshot.database().collation());
        acl(node, snapshot.database().acl());
    }

    private static void role(ObjectNode node, Role role) {
        node.put("oid", role.oid());
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
        acl.forEach(item -> {
            ObjectNode entry = items.addObject();
            AccessJson.put(entry, "grantee", item.grantee());
            AccessJson.put(entry, "grantor", item.grantor());
            ArrayNode privileges = entry.putArray("privileges");
            item.privileges().forEach((privilege, option) -> privileges.add(privilege.mark() + (option ? "*" : "")));
        });
    }

    private static String text(ObjectNode root) {
        try {
            return JSON.writeValueAsString(root) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of texts can always be written", impossible);
        }
    }
}

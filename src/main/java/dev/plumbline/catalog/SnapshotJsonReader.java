package dev.plumbline.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.AclItem;
import dev.plumbline.model.DatabaseEntry;
import dev.plumbline.model.DefaultPrivilege;
import dev.plumbline.model.Gap;
import dev.plumbline.model.Membership;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Product;
import dev.plumbline.model.RefusedName;
import dev.plumbline.model.Role;
import dev.plumbline.model.Schema;
import dev.plumbline.model.ServerIdentity;
import dev.plumbline.model.ServerVersion;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.structure.StructureSnapshot;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the access side, or the structure, back from what {@link SnapshotJson} wrote. Other formats, newer versions and files without an access side are refused in words. */
public final class SnapshotJsonReader {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FIRST = 2;

    private SnapshotJsonReader() {}

    /** The access side of a file, and when it was read from the server. */
    public record Saved(AccessSnapshot access, Instant readAt) {}

    /** @throws ProblemException when it is no such file, with the place of the fault */
    public static Saved read(String text) {
        SnapshotFields root = new SnapshotFields(parsed(text), "$");
        requireVersion(root);
        try {
            SnapshotFields header = root.object("header");
            Snapshot catalog = catalog(root, header);
            if (root.isNull("access")) {
                throw refused("it holds no access side: " + root.text("accessMissing"));
            }
            return new Saved(
                    AccessJsonReader.read(root.object("access"), catalog), Instant.parse(header.text("readAt")));
        } catch (RefusedName refused) {
            throw broken(String.valueOf(refused.getMessage()), refused);
        } catch (DateTimeParseException broken) {
            throw broken("readAt is no time", broken);
        }
    }

    /**
     * The structure of the database, of the moment that the header tells.
     *
     * @throws ProblemException when it is no such file, or holds no structure
     */
    public static StructureSnapshot structure(String text) {
        SnapshotFields root = new SnapshotFields(parsed(text), "$");
        requireVersion(root);
        if (!root.has("structure") || root.isNull("structure")) {
            throw refused("it holds no structure, as those that earlier versions wrote.");
        }
        try {
            SnapshotFields header = root.object("header");
            return StructureJson.read(
                    root.object("structure"),
                    version(header),
                    root.object("database").name("name"));
        } catch (RefusedName refused) {
            throw broken(String.valueOf(refused.getMessage()), refused);
        }
    }

    /** Where the snapshot was taken. */
    public static ServerIdentity server(String text) {
        SnapshotFields root = new SnapshotFields(parsed(text), "$");
        requireVersion(root);
        try {
            return server(root.object("header"), root.object("database"));
        } catch (RefusedName refused) {
            throw broken(String.valueOf(refused.getMessage()), refused);
        }
    }

    private static ServerVersion version(SnapshotFields header) {
        return new ServerVersion(product(header), header.small("versionNumber"), header.text("serverVersion"));
    }

    private static JsonNode parsed(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            if (node == null || !node.isObject()) {
                throw refused("it is no JSON object.");
            }
            return node;
        } catch (JsonProcessingException broken) {
            throw broken("it is no JSON: " + broken.getOriginalMessage(), broken);
        }
    }

    private static void requireVersion(SnapshotFields root) {
        if (!root.has("format") || !root.text("format").equals(SnapshotJson.FORMAT)) {
            throw refused("it is no snapshot of plumbline.");
        }
        int version = root.small("version");
        if (version > SnapshotJson.VERSION) {
            throw refused("it is of version " + version + ", which a newer plumbline wrote; this one reads up to "
                    + SnapshotJson.VERSION + ".");
        }
        if (version < FIRST) {
            throw refused("it is of version " + version + ", which held no access side.");
        }
    }

    private static ServerIdentity server(SnapshotFields header, SnapshotFields database) {
        return new ServerIdentity(
                version(header),
                header.text("systemIdentifier"),
                header.text("address"),
                header.small("port"),
                header.flag("replica"),
                database.number("oid"),
                database.name("name"),
                header.name("login"));
    }

    private static Snapshot catalog(SnapshotFields root, SnapshotFields header) {
        SnapshotFields database = root.object("database");
        DatabaseEntry entry = new DatabaseEntry(
                database.number("oid"),
                database.name("name"),
                database.name("owner"),
                acl(database),
                database.small("connectionLimit"),
                database.text("encoding"),
                database.text("collation"));
        return new Snapshot(
                server(header, database),
                entry,
                root.list("roles", SnapshotJsonReader::role),
                root.list("memberships", SnapshotJsonReader::membership),
                root.list(
                        "schemas",
                        node -> new Schema(node.number("oid"), node.name("name"), node.name("owner"), acl(node))),
                root.list("defaultPrivileges", SnapshotJsonReader::rule),
                List.of(),
                root.list("gaps", node -> new Gap(node.text("subject"), node.text("sqlstate"), node.text("answer"))));
    }

    private static Product product(SnapshotFields header) {
        String shown = header.text("product");
        return Stream.of(Product.values())
                .filter(product -> product.shown().equals(shown))
                .findFirst()
                .orElseThrow(() -> SnapshotFields.broken("$.header.product", "is an unknown product"));
    }

    private static Role role(SnapshotFields node) {
        return new Role(
                node.number("oid"),
                node.name("name"),
                node.flag("superuser"),
                node.flag("inherit"),
                node.flag("createRole"),
                node.flag("createDatabase"),
                node.flag("login"),
                node.flag("replication"),
                node.flag("bypassRowSecurity"),
                node.small("connectionLimit"),
                node.textOrNull("validUntil"));
    }

    private static Membership membership(SnapshotFields node) {
        return new Membership(
                node.name("role"),
                node.name("member"),
                node.nameOrNull("grantor"),
                node.flag("admin"),
                node.flag("inherit"),
                node.flag("set"));
    }

    private static DefaultPrivilege rule(SnapshotFields node) {
        String word = node.text("type");
        ObjectType type = Stream.of(ObjectType.values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElseThrow(() -> SnapshotFields.broken(node.place() + ".type", "is an unknown type"));
        List<AclItem> acl = acl(node);
        if (acl == null) {
            throw SnapshotFields.broken(node.place() + ".acl", "is null");
        }
        return new DefaultPrivilege(node.name("creator"), node.nameOrNull("schema"), type, acl);
    }

    private static @Nullable List<AclItem> acl(SnapshotFields node) {
        return node.isNull("acl")
                ? null
                : node.list(
                        "acl", item -> new AclItem(item.grantee("grantee"), item.grantee("grantor"), privileges(item)));
    }

    private static SortedMap<Privilege, Boolean> privileges(SnapshotFields item) {
        SortedMap<Privilege, Boolean> privileges = new TreeMap<>();
        for (String mark : item.texts("privileges")) {
            boolean option = mark.endsWith("*");
            String word = option ? mark.substring(0, mark.length() - 1) : mark;
            if (word.isEmpty()) {
                throw SnapshotFields.broken(item.place() + ".privileges", "holds an empty word");
            }
            privileges.put(word.length() == 1 ? Privilege.ofLetter(word.charAt(0)) : Privilege.ofWord(word), option);
        }
        return privileges;
    }

    private static ProblemException refused(String why) {
        return new ProblemException(problem(why));
    }

    private static ProblemException broken(String why, Throwable cause) {
        return new ProblemException(problem(dev.plumbline.model.Visible.text(why)), cause);
    }

    private static Problem problem(String why) {
        return new Problem(
                Problem.Kind.INVALID,
                "SNAP-422",
                "Reading",
                "the snapshot file",
                why,
                "Take the snapshot again with plumbline snapshot.");
    }
}

package dev.plumbline.plan;

import dev.plumbline.access.defaults.BuiltInAcl;
import dev.plumbline.model.AclItem;
import dev.plumbline.model.DefaultPrivilege;
import dev.plumbline.model.Membership;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.OtherObject;
import dev.plumbline.model.OwnedObject;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.Role;
import dev.plumbline.model.Schema;
import dev.plumbline.model.ServerVersion;
import dev.plumbline.model.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A snapshot as canonical text: what an ownership repair can touch, a line for each thing, names as they may be shown. Equal states give equal
 * text, whatever their oids.
 */
public final class CatalogText {
    private final Snapshot snapshot;
    private final PlanConcern concern;
    private final List<CatalogLine> lines = new ArrayList<>();

    private CatalogText(Snapshot snapshot, PlanConcern concern) {
        this.snapshot = snapshot;
        this.concern = concern;
    }

    public static List<CatalogLine> lines(Snapshot snapshot, OwnershipModel.Auto wanted) {
        return lines(snapshot, PlanConcern.of(wanted));
    }

    public static List<CatalogLine> lines(Snapshot snapshot, PlanConcern concern) {
        CatalogText text = new CatalogText(snapshot, concern);
        snapshot.roles().stream()
                .filter(role -> concern.roles().contains(role.name()))
                .forEach(text::addRole);
        snapshot.memberships().stream()
                .filter(edge ->
                        concern.roles().contains(edge.role()) || concern.roles().contains(edge.member()))
                .forEach(text::addMembership);
        text.addDatabase();
        snapshot.defaultPrivileges().forEach(text::addDefault);
        snapshot.schemas().stream()
                .filter(schema -> concern.schemas().contains(schema.name()))
                .forEach(text::addSchema);
        snapshot.objects().stream()
                .filter(object -> concern.owners().contains(object.owner()))
                .forEach(text::addObject);
        snapshot.others().forEach(text::addOther);
        return text.lines.stream().sorted().toList();
    }

    private void addRole(Role role) {
        String place = "1 " + (1_000 + concern.roles().indexOf(role.name()));
        String text = "ROLE " + role.name().shown() + " " + role.attributesShown();
        lines.add(new CatalogLine(CatalogKey.role(role.name()), place, text));
    }

    private void addMembership(Membership edge) {
        String text = "MEMBER " + edge.member().shown() + " OF " + edge.role().shown() + options(edge);
        String key = CatalogKey.membership(edge.role(), edge.member(), edge.grantor());
        lines.add(new CatalogLine(key, "2", text));
    }

    /** Nothing for the ordinary membership that one grantor gave; else every option and the grantor. */
    private String options(Membership edge) {
        boolean severalGrantors = snapshot.memberships().stream()
                        .filter(other -> other.role().equals(edge.role())
                                && other.member().equals(edge.member()))
                        .count()
                > 1;
        if (edge.inherit() && edge.set() && !edge.admin() && !severalGrantors) {
            return "";
        }
        String words = " WITH" + (edge.admin() ? " ADMIN" : "") + (edge.inherit() ? " INHERIT" : " NOINHERIT")
                + (edge.set() ? " SET" : " NOSET");
        Name grantor = edge.grantor();
        return grantor == null ? words : words + " BY " + grantor.shown();
    }

    private void addDatabase() {
        Name owner = snapshot.database().owner();
        String name = "DATABASE " + snapshot.database().name().shown();
        lines.add(new CatalogLine(CatalogKey.DATABASE_OWNER, "3", name + " OWNER " + owner.shown()));
        List<AclItem> acl = snapshot.database().acl();
        for (AclItem item : acl == null ? List.<AclItem>of() : acl) {
            String key = CatalogKey.databaseAcl(item.grantee(), item.grantor());
            lines.add(new CatalogLine(key, "4", name + " ACL " + shown(item, owner)));
        }
    }

    private void addDefault(DefaultPrivilege rule) {
        for (AclItem item : rule.acl()) {
            Name grantee = item.grantee().role();
            if (concern.roles().contains(rule.creator())
                    || grantee != null && concern.roles().contains(grantee)) {
                Name schema = rule.schema();
                String where = schema == null ? "ANY SCHEMA" : schema.shown();
                String text = "DEFAULT FOR " + rule.creator().shown() + " IN " + where + " "
                        + rule.type().word() + " " + shown(item, rule.creator());
                String key = CatalogKey.defaultPrivilege(
                        rule.creator(), schema, rule.type(), item.grantee(), item.grantor());
                lines.add(new CatalogLine(key, placeOf(rule), text));
            }
        }
    }

    /** Forward rules, reverse rules, others; schemas in the model's order; tables, sequences, functions. */
    private String placeOf(DefaultPrivilege rule) {
        int creator = concern.roles().indexOf(rule.creator());
        String direction = String.valueOf(1_000 + (creator < 0 ? concern.roles().size() : creator));
        Name schema = rule.schema();
        int ofSchema = schema == null ? -1 : concern.schemas().indexOf(schema);
        String schemaPlace = String.valueOf(100_000 + (ofSchema < 0 ? schema == null ? 0 : 90_000 : ofSchema + 1));
        return "5 " + direction + " " + schemaPlace + " " + placeOf(rule.type());
    }

    private void addSchema(Schema schema) {
        String place = "6 " + schema.name().text();
        String key = CatalogKey.schema(schema.name());
        SchemaTarget target = new SchemaTarget(schema.name());
        addOwned(key, place, "SCHEMA " + schema.name().shown(), schema.owner(), target.acl(snapshot));
    }

    private void addObject(OwnedObject object) {
        String place = "6 " + object.schema().text() + " " + placeOf(object.type());
        List<AclItem> acl = object.acl();
        addOwned(
                CatalogKey.object(object),
                place,
                "OBJECT " + object.shown(),
                object.owner(),
                acl == null ? BuiltInAcl.of(object.type(), object.owner(), version()) : acl);
    }

    private void addOther(OtherObject other) {
        String place = "7 " + other.kind().word() + " " + other.shown();
        List<AclItem> acl = other.acl();
        addOwned(
                CatalogKey.other(other),
                place,
                "OBJECT " + other.shown(),
                other.owner(),
                acl == null ? BuiltInAcl.of(other.kind(), other.owner(), version()) : acl);
    }

    /** A line for the owner and one for each entry, so that a change of one entry is seen without looking for it in a long line. */
    private void addOwned(String key, String place, String what, Name owner, List<AclItem> acl) {
        lines.add(new CatalogLine(key, place, what + " OWNER " + owner.shown()));
        for (AclItem item : acl) {
            String ofEntry = CatalogKey.entry(key, item.grantee(), item.grantor());
            lines.add(new CatalogLine(ofEntry, place, what + " ACL " + shown(item, owner)));
        }
    }

    private ServerVersion version() {
        return snapshot.server().version();
    }

    /** As the server prints an entry, without its grantor where that is the owner. */
    private static String shown(AclItem item, Name owner) {
        String text = item.grantee().shown() + "=" + item.letters();
        return Objects.equals(item.grantor().role(), owner)
                ? text
                : text + "/" + item.grantor().shown();
    }

    private static String placeOf(ObjectType type) {
        return String.valueOf(List.of(ObjectType.values()).indexOf(type));
    }
}

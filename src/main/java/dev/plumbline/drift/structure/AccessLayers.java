package dev.plumbline.drift.structure;

import dev.plumbline.model.AccessList;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.DefaultPrivilege;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.ServerVersion;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Puts owners and privileges beside the other properties of things, so that one comparison tells them all. {@code nobody} are roles that own what nobody was declared to own:
 * such an owner is unknown, and not compared.
 */
public record AccessLayers(AccessSnapshot access, Set<Name> nobody) {
    public AccessLayers {
        nobody = Set.copyOf(nobody);
    }

    /**
     * @param structure of the same database
     * @param other the version of the other side, since newer servers have privileges that older ones do not know
     */
    public StructureSnapshot with(StructureSnapshot structure, ServerVersion other) {
        AccessProperties known = new AccessProperties(access);
        AclLines lines = new AclLines(access, other);
        List<Structure> things = new ArrayList<>();
        for (Structure thing : structure.things()) {
            TreeMap<String, String> properties = new TreeMap<>(thing.properties());
            if (thing.name().kind() == StructureKind.COLUMN) {
                column(thing, known, lines)
                        .filter(acl -> !acl.isEmpty())
                        .ifPresent(acl -> properties.put(Layer.ACL, acl));
            } else {
                known.object(thing.name()).ifPresent(object -> object(object, lines, properties));
            }
            things.add(new Structure(thing.name(), properties, thing.ofExtension()));
        }
        return structure.withThings(things);
    }

    private void object(DatabaseObject object, AclLines lines, TreeMap<String, String> properties) {
        boolean declared = !nobody.contains(ownerName(object));
        if (declared) {
            properties.put(Layer.OWNER, access.roles().grantee(object.owner()).shown());
        }
        properties.put(Layer.ACL, lines.of(object.kind(), object.owner(), object.effectiveAcl()));
        if (object.kind() == ObjectKind.SCHEMA) {
            List<DefaultPrivilege> rules = access.catalog().defaultPrivileges().stream()
                    .filter(rule ->
                            rule.schema() != null && rule.schema().text().equals(object.name()))
                    .toList();
            if (!rules.isEmpty()) {
                properties.put(Layer.DEFAULTS, lines.defaults(rules));
            }
        }
    }

    private Name ownerName(DatabaseObject object) {
        return access.roles().isKnown(object.owner())
                ? access.roles().role(object.owner()).name()
                : Name.of("-");
    }

    private static Optional<String> column(Structure column, AccessProperties known, AclLines lines) {
        AccessList acl = known.columnAcl(column.name());
        return acl == null
                ? Optional.empty()
                : known.relationOf(column).map(relation -> lines.of(ObjectKind.COLUMN, relation.owner(), acl));
    }
}

package dev.plumbline.plan;

import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKey;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.structure.StructureSnapshot;
import java.util.List;
import java.util.Optional;

/**
 * What a plan rests on: these roles with their memberships, these schemas, the objects in them that one of these owners owns, and the columns, types and {@code others}
 * that are meant one by one. {@code structure} is what the database was made of, where the plan changes that. A change to any of it between preview and run makes the plan stale. The order of the roles and schemas is that of the preview.
 * {@code source} is where the statements came from, with its digest, so that an approval counts for that only; empty when they were made here.
 */
public record PlanConcern(
        List<Name> roles,
        List<Name> schemas,
        List<Name> owners,
        List<ObjectKey> others,
        Optional<PlannedStructure> structure,
        String source) {
    public PlanConcern {
        roles = List.copyOf(roles);
        schemas = List.copyOf(schemas);
        owners = List.copyOf(owners);
        others = List.copyOf(others);
    }

    public PlanConcern(
            List<Name> roles,
            List<Name> schemas,
            List<Name> owners,
            List<ObjectKey> others,
            Optional<PlannedStructure> structure) {
        this(roles, schemas, owners, others, structure, "");
    }

    public PlanConcern(List<Name> roles, List<Name> schemas, List<Name> owners) {
        this(roles, schemas, owners, List.of());
    }

    public PlanConcern(List<Name> roles, List<Name> schemas, List<Name> owners, List<ObjectKey> others) {
        this(roles, schemas, owners, others, Optional.empty());
    }

    /** Of a plan that changes what the database is made of. */
    public static PlanConcern of(StructureSnapshot structure) {
        return new PlanConcern(List.of(), List.of(), List.of(), List.of(), Optional.of(PlannedStructure.of(structure)));
    }

    /** The same for statements that came from there. */
    public PlanConcern from(String place) {
        return new PlanConcern(roles, schemas, owners, others, structure, place);
    }

    public static PlanConcern of(OwnershipModel.Auto wanted) {
        List<Name> both = List.of(wanted.ownerRole(), wanted.appUser());
        return new PlanConcern(both, wanted.schemas(), both);
    }
}

package dev.plumbline.plan;

import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKey;
import dev.plumbline.model.OwnershipModel;
import java.util.List;

/**
 * What a plan rests on: these roles with their memberships, these schemas, the objects in them that one of these owners owns, and the columns, types and {@code others}
 * that are meant one by one. A change to any of it between preview and run makes the plan stale. The order of the roles and schemas is that of the preview.
 */
public record PlanConcern(List<Name> roles, List<Name> schemas, List<Name> owners, List<ObjectKey> others) {
    public PlanConcern {
        roles = List.copyOf(roles);
        schemas = List.copyOf(schemas);
        owners = List.copyOf(owners);
        others = List.copyOf(others);
    }

    public PlanConcern(List<Name> roles, List<Name> schemas, List<Name> owners) {
        this(roles, schemas, owners, List.of());
    }

    public static PlanConcern of(OwnershipModel.Auto wanted) {
        List<Name> both = List.of(wanted.ownerRole(), wanted.appUser());
        return new PlanConcern(both, wanted.schemas(), both);
    }
}

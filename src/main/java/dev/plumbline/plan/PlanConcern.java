package dev.plumbline.plan;

import dev.plumbline.model.Name;
import dev.plumbline.model.OwnershipModel;
import java.util.List;

/**
 * What a plan rests on: these roles with their memberships, these schemas, and the objects in them that one of these owners owns. A change to any of it
 * between preview and run makes the plan stale. The order of the roles and schemas is that of the preview.
 */
public record PlanConcern(List<Name> roles, List<Name> schemas, List<Name> owners) {
    public PlanConcern {
        roles = List.copyOf(roles);
        schemas = List.copyOf(schemas);
        owners = List.copyOf(owners);
    }

    public static PlanConcern of(OwnershipModel.Auto wanted) {
        List<Name> both = List.of(wanted.ownerRole(), wanted.appUser());
        return new PlanConcern(both, wanted.schemas(), both);
    }
}

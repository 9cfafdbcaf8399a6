package dev.plumbline.kube.resource;

import dev.plumbline.model.Name;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.RefusedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code spec.owner} and {@code spec.postgres.ownership}: {@code autoOwnership} comes before {@code owner}; the names are {@code roleName} or
 * {@code db_<name>_owner} and {@code userName} or {@code db_<name>_app}, each cut to 63 bytes.
 */
final class OwnershipFields {
    private OwnershipFields() {}

    static OwnershipModel of(Fields spec, String databaseName) {
        Fields postgres = spec.object("postgres");
        Fields ownership = postgres.object("ownership");
        Optional<Name> direct = name(spec, "owner", Name::of);
        Optional<Name> owner = role(ownership, "roleName", "db_" + databaseName + "_owner");
        Optional<Name> app = role(ownership, "userName", "db_" + databaseName + "_app");
        List<Name> schemas = schemas(postgres);
        boolean defaults = ownership.flag("setDefaultPrivileges", true);
        if (!ownership.flag("autoOwnership", false)) {
            return direct.<OwnershipModel>map(OwnershipModel.Direct::new).orElseGet(OwnershipModel.None::new);
        }
        Optional<Name> database = usable(databaseName);
        if (database.isEmpty() || owner.isEmpty() || app.isEmpty()) {
            return new OwnershipModel.None();
        }
        return defaults
                ? new OwnershipModel.Auto(database.get(), owner.get(), app.get(), schemas)
                : new OwnershipModel.DefaultPrivilegesOff(owner.get(), app.get());
    }

    private static Optional<Name> role(Fields ownership, String key, String otherwise) {
        return ownership.text(key).isEmpty() ? usable(otherwise) : name(ownership, key, Name::cut);
    }

    private static List<Name> schemas(Fields postgres) {
        List<Name> schemas = new ArrayList<>();
        for (Fields schema : postgres.objects("schemas")) {
            if (!schema.requiredText("name").isEmpty()) {
                name(schema, "name", Name::of).ifPresent(schemas::add);
            }
        }
        return schemas;
    }

    private static Optional<Name> name(Fields fields, String key, Function<String, Name> make) {
        String text = fields.text(key);
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(make.apply(text));
        } catch (RefusedName refused) {
            fields.problem(key, DatabaseResource.withoutStop(String.valueOf(refused.getMessage())));
            return Optional.empty();
        }
    }

    /** A name made from {@code spec.name}, whose own problem has already been said. */
    private static Optional<Name> usable(String text) {
        try {
            return Optional.of(Name.cut(text));
        } catch (RefusedName alreadySaid) {
            return Optional.empty();
        }
    }
}

package dev.plumbline.model;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** What a Database resource says about who owns what. */
public sealed interface OwnershipModel {
    /** Neither {@code autoOwnership} nor {@code spec.owner}. */
    record None() implements OwnershipModel {}

    /** {@code spec.owner} names the owner directly. */
    record Direct(Name owner) implements OwnershipModel {}

    /** {@code setDefaultPrivileges: false}: roles are managed, default privileges are left alone on purpose. */
    record DefaultPrivilegesOff(Name ownerRole, Name appUser) implements OwnershipModel {}

    /** {@code autoOwnership: true}: an owner role, an app user that inherits from it, and default privileges both ways. */
    record Auto(Name database, Name ownerRole, Name appUser, List<Name> schemas) implements OwnershipModel {
        public Auto {
            schemas = inOrder(schemas);
        }

        /** Two names that the 63-byte cut made one cannot be an owner and its member. */
        public boolean namesCollide() {
            return ownerRole.equals(appUser);
        }

        /** The roles by the names that the server keeps: CockroachDB folds them to lower case, quoted or not. */
        public Auto asStoredOn(ServerVersion version) {
            return version.isCockroach() ? new Auto(database, folded(ownerRole), folded(appUser), schemas) : this;
        }

        private static Name folded(Name role) {
            return Name.of(role.text().toLowerCase(Locale.ROOT));
        }

        private static List<Name> inOrder(List<Name> schemas) {
            Name first = new Name("public");
            TreeSet<Name> others = new TreeSet<>(schemas);
            others.remove(first);
            return java.util.stream.Stream.concat(java.util.stream.Stream.of(first), others.stream())
                    .toList();
        }
    }
}

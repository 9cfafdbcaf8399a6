package dev.plumbline.ui.privileges;

import dev.plumbline.access.ObjectText;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.Role;
import dev.plumbline.model.Visible;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What is chosen and filtered on the screen. */
public final class PrivilegesChoice {
    private final ObjectProperty<PrivilegesMode> mode = new SimpleObjectProperty<>(PrivilegesMode.BY_ROLE);
    private final StringProperty role = new SimpleStringProperty("");
    private final StringProperty other = new SimpleStringProperty("");
    private final StringProperty object = new SimpleStringProperty("");
    private final StringProperty rolesLike = new SimpleStringProperty("");
    private final StringProperty objectsLike = new SimpleStringProperty("");
    private final StringProperty schema = new SimpleStringProperty("");
    private final StringProperty kind = new SimpleStringProperty("");
    private final StringProperty privilege = new SimpleStringProperty("");
    private final BooleanProperty all = new SimpleBooleanProperty(false);
    private Runnable changed = () -> {};
    private boolean filling;

    PrivilegesChoice() {
        List.of(mode, role, other, object, rolesLike, objectsLike, schema, kind, privilege, all)
                .forEach(property -> property.subscribe(this::tell));
    }

    void whenChanged(Runnable action) {
        changed = action;
    }

    private void tell() {
        if (!filling) {
            changed.run();
        }
    }

    /** Chooses a role and a table to begin with, where nothing is chosen yet: the application's login where one is declared and there, else any login. */
    void fillOnce(AccessSnapshot snapshot, OwnershipModel declared) {
        filling = true;
        if (role.get().isEmpty()) {
            snapshot.catalog().roles().stream()
                    .filter(one -> !one.name().text().startsWith("pg_"))
                    .min(Comparator.comparing((Role one) -> !isAppUser(one, declared))
                            .thenComparing(Role::superuser)
                            .thenComparing(one -> !one.login()))
                    .ifPresent(one -> role.set(one.name().shown()));
        }
        if (object.get().isEmpty()) {
            snapshot.objects().stream()
                    .min(Comparator.comparing(one -> one.kind() != ObjectKind.RELATION))
                    .ifPresent(one -> object.set(Visible.text(ObjectText.of(one))));
        }
        filling = false;
    }

    private static boolean isAppUser(Role role, OwnershipModel declared) {
        return declared instanceof OwnershipModel.Auto auto && auto.appUser().equals(role.name())
                || declared instanceof OwnershipModel.DefaultPrivilegesOff off
                        && off.appUser().equals(role.name());
    }

    PrivilegesQuery query() {
        return new PrivilegesQuery(
                mode.get(),
                role.get(),
                other.get(),
                object.get(),
                rolesLike.get(),
                objectsLike.get(),
                schema.get(),
                kind.get(),
                privilege.get(),
                all.get());
    }

    public ObjectProperty<PrivilegesMode> mode() {
        return mode;
    }

    public StringProperty role() {
        return role;
    }

    /** The role compared with; empty when none is. */
    public StringProperty other() {
        return other;
    }

    public StringProperty object() {
        return object;
    }

    public StringProperty rolesLike() {
        return rolesLike;
    }

    public StringProperty objectsLike() {
        return objectsLike;
    }

    public StringProperty schema() {
        return schema;
    }

    public StringProperty kind() {
        return kind;
    }

    public StringProperty privilege() {
        return privilege;
    }

    /** Also rows on which nothing is held. */
    public BooleanProperty all() {
        return all;
    }
}

package dev.plumbline.plan.rotation;

import dev.plumbline.model.Name;
import dev.plumbline.model.RefusedName;
import dev.plumbline.model.Sql;
import dev.plumbline.model.managed.CredentialSecret;
import dev.plumbline.model.managed.DatabaseMigration;
import dev.plumbline.model.managed.LiveCredentials;
import dev.plumbline.model.managed.LiveCredentials.Reached;
import dev.plumbline.model.managed.ManagedDatabase;
import dev.plumbline.model.managed.VersionLogin;
import dev.plumbline.plan.rotation.RotationStep.Kind;
import java.util.List;
import java.util.Optional;

/** Makes the credentials of a version: the group that reaches every table, a login in it, and the Secret that tells its password. */
final class CredentialSteps {
    private final RotationDraft draft;

    CredentialSteps(RotationDraft draft) {
        this.draft = draft;
    }

    void make(DatabaseMigration migration, LiveCredentials live, boolean pending) {
        String version = migration.version();
        Name role;
        try {
            role = Name.of(ManagedDatabase.loginOf(version));
        } catch (RefusedName refused) {
            draft.refuse("No server can store login " + ManagedDatabase.loginOf(version) + ": " + refused.getMessage());
            return;
        }
        group(live, pending);
        Optional<VersionLogin> login = live.login(version).filter(found -> !draft.takesAway(Kind.DROP_ROLE, version));
        Optional<CredentialSecret> secret =
                draft.facts().secret(version).filter(found -> !draft.takesAway(Kind.DELETE_SECRET, version));
        boolean ours = secret.filter(CredentialSecret::owned).isPresent()
                || login.filter(VersionLogin::inGroup).isPresent();
        secret.filter(found -> !found.owned())
                .ifPresent(found -> draft.refuse("Secret " + found.name()
                        + " is there and was not made for this database: rename or delete it."));
        if (login.isPresent() && !ours) {
            draft.refuse("Role " + role.shown()
                    + " is there and is not this database's: another one on this server may have a version " + version
                    + ".");
        }
        boolean usable = secret.filter(found -> found.username().equals(role.text()) && found.password() != null)
                .isPresent();
        if (login.isEmpty()) {
            draft.add(
                    Kind.CREATE_ROLE,
                    version,
                    6,
                    "make login " + role.shown(),
                    LoginSql.creating(role, live.group().role()).text());
        } else if (!usable) {
            login.filter(VersionLogin::powerful)
                    .ifPresent(found ->
                            draft.refuse("Role " + role.shown() + " is more than a login: look at it by hand."));
            draft.add(
                    Kind.SET_PASSWORD,
                    version,
                    6,
                    "a new password for " + role.shown(),
                    LoginSql.settingPassword(role).text());
        } else if (!login.get().inGroup()) {
            draft.note(role.shown() + " is no member of " + live.group().role().shown()
                    + ": its privileges come from elsewhere, and are left as they are.");
        }
        if (!usable) {
            draft.add(
                    Kind.WRITE_SECRET,
                    version,
                    7,
                    "write Secret " + draft.database().secretOf(version),
                    secret.map(found -> "PATCH secrets/" + found.name() + " as of version " + found.resourceVersion())
                                    .orElse("CREATE secrets/" + draft.database().secretOf(version))
                            + " with username and password ***");
        }
    }

    private void group(LiveCredentials live, boolean pending) {
        Name group = live.group().role();
        if (live.group().powerful()) {
            draft.refuse("Role " + group.shown()
                    + " is not a plain group: who is made a member of it would get more than tables.");
        }
        List<Sql> making = GrantSql.makeGroup(live);
        if (!making.isEmpty()) {
            draft.add(
                    Kind.MAKE_GROUP,
                    group.text(),
                    6,
                    "make group " + group.shown(),
                    Sql.join("; ", making).text());
        }
        List<Sql> grants = GrantSql.grants(live);
        if (pending) {
            draft.add(
                    Kind.GRANT_TABLES,
                    group.text(),
                    6,
                    "the group reaches every table",
                    "GRANT SELECT, INSERT, UPDATE, DELETE on tables and USAGE, SELECT on sequences that the migration makes, to "
                            + Sql.of("%I", group).text());
        } else if (!grants.isEmpty()) {
            draft.add(
                    Kind.GRANT_TABLES,
                    group.text(),
                    6,
                    "the group reaches every table",
                    Sql.join("; ", grants).text());
        }
        List<String> others = live.tables().stream()
                .filter(each -> !each.grantable() && !each.reached())
                .map(Reached::shown)
                .toList();
        if (!others.isEmpty()) {
            draft.note("Not this login's to grant, so left as they are: " + String.join(", ", others) + ".");
        }
    }
}

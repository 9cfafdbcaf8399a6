package dev.plumbline.plan;

import dev.plumbline.access.Capability;
import dev.plumbline.drift.Finding.RoleMissing;
import dev.plumbline.model.Name;
import dev.plumbline.model.ServerVersion;
import dev.plumbline.model.Sql;
import java.util.Optional;

/** A missing owner role or app user is created. */
final class RolePlanner {
    private RolePlanner() {}

    static boolean plan(RepairDraft draft, String checkCode, RoleMissing finding) {
        Name role = finding.role();
        String what = (finding.ownerRole() ? "Creation of owner role " : "Creation of app user ") + role.shown();
        if (!draft.isAbsent(role)) {
            return false;
        }
        Optional<String> impossible = impossible(role, draft.version());
        if (impossible.isPresent()) {
            draft.refuse(checkCode, what, impossible.get(), "");
            return false;
        }
        if (draft.authorise(checkCode, what, Capability::createRole).isEmpty()) {
            return false;
        }
        String id = finding.ownerRole() ? StepId.CREATE_OWNER : StepId.CREATE_APP;
        Sql sql = sql(role, !finding.ownerRole(), draft.version().isCockroach());
        Change change = new CreateRole(role, !finding.ownerRole());
        draft.addCreation(
                role,
                new StepDraft(id, StepGroup.REPAIR, checkCode, sql, change)
                        .because(reason(finding, draft))
                        .undoneBy(Sql.of("DROP ROLE %I", role)));
        return true;
    }

    private static String reason(RoleMissing finding, RepairDraft draft) {
        String role = finding.role().shown();
        String created = finding.ownerRole()
                ? "Owner role " + role + " is missing."
                : "App user " + role + " is missing. It is created without a password: nobody can log in as it until"
                        + " one is set, and no Secret is written.";
        boolean automatic = draft.version().hasMembershipOptions()
                && !Capability.of(draft.state()).isSuperuser();
        return automatic
                ? created + " The server makes "
                        + draft.state().server().login().shown() + ", who creates it, its administrator."
                : created;
    }

    private static Sql sql(Name role, boolean login, boolean cockroach) {
        if (cockroach) {
            return login
                    ? Sql.of("CREATE ROLE %I WITH LOGIN NOCREATEDB NOCREATEROLE", role)
                    : Sql.of("CREATE ROLE %I WITH NOLOGIN NOCREATEDB NOCREATEROLE", role);
        }
        return login
                ? Sql.of(
                        "CREATE ROLE %I WITH LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE INHERIT NOREPLICATION NOBYPASSRLS",
                        role)
                : Sql.of(
                        "CREATE ROLE %I WITH NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE INHERIT NOREPLICATION NOBYPASSRLS",
                        role);
    }

    /** Names that no CREATE ROLE accepts (manual CREATE ROLE, SQLSTATE 42939; CockroachDB CREATE ROLE). */
    private static Optional<String> impossible(Name role, ServerVersion version) {
        String text = role.text();
        if (text.startsWith("pg_") || text.equals("public") || text.equals("none")) {
            return Optional.of("the server keeps the name " + role.shown() + " for itself");
        }
        if (version.isCockroach() && !text.matches("[a-z0-9_][a-z0-9_.-]*")) {
            return Optional.of("CockroachDB takes only letters, digits, underscores, periods and dashes in role names");
        }
        return Optional.empty();
    }
}

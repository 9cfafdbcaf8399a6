package dev.plumbline.access.preflight;

import dev.plumbline.access.EffectivePrivileges;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Role;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Exactly what is missing for the operations asked for, each statement once. Where an object is to be owned, no grant on it is written. What only a
 * superuser can do is named, never granted; what could not be told is named too.
 */
final class LeastScript {
    private static final String DATABASE = "database ";
    private final AccessSnapshot snapshot;
    private final PreflightQuestion question;

    LeastScript(AccessSnapshot snapshot, PreflightQuestion question) {
        this.snapshot = snapshot;
        this.question = question;
    }

    void write(PreflightScript.Draft draft, Optional<Role> role, Set<Operation> wanted) {
        if (role.isEmpty()) {
            draft.statement(Sql.of("CREATE ROLE %I LOGIN", question.role()));
        }
        List<PreflightRow> rows = rows(role, wanted);
        Predicate<Need> implied = implied(rows);
        Set<Sql> written = new LinkedHashSet<>();
        for (PreflightRow row : rows) {
            write(draft, row, implied, written);
        }
        if (written.isEmpty() && role.isPresent()) {
            draft.comment("nothing is missing that a grant could give");
        }
    }

    /** What the script gives, each thing once; what only a superuser can do is not among it. */
    List<Need> needs(Set<Operation> wanted) {
        List<PreflightRow> rows = rows(snapshot.catalog().role(question.role()), wanted);
        Predicate<Need> implied = implied(rows);
        Map<Sql, Need> needs = new LinkedHashMap<>();
        rows.stream()
                .flatMap(row -> row.needs().stream())
                .filter(need -> !need.isSuperuser() && !implied.test(need))
                .forEach(need -> needs.putIfAbsent(need.sql(), need));
        return List.copyOf(needs.values());
    }

    private List<PreflightRow> rows(Optional<Role> role, Set<Operation> wanted) {
        AccessSnapshot asked = role.isPresent() ? snapshot : withRole();
        return Preflight.of(asked, EffectivePrivileges.of(asked), question).report().rows().stream()
                .filter(row -> wanted.contains(row.operation()))
                .toList();
    }

    private static Predicate<Need> implied(List<PreflightRow> rows) {
        Set<String> owned = rows.stream()
                .flatMap(row -> row.needs().stream())
                .filter(need -> need.kind() == Need.Kind.OWNERSHIP || need.kind() == Need.Kind.MEMBERSHIP)
                .map(Need::object)
                .filter(object -> !object.isEmpty())
                .collect(Collectors.toSet());
        boolean creates = rows.stream()
                .flatMap(row -> row.needs().stream())
                .anyMatch(
                        need -> need.kind() == Need.Kind.GRANT && need.object().startsWith(DATABASE));
        return need -> isImplied(need, owned, creates);
    }

    private static void write(
            PreflightScript.Draft draft, PreflightRow row, Predicate<Need> implied, Set<Sql> written) {
        String title = row.operation().title() + (row.place().isEmpty() ? "" : " in " + row.place());
        if (row.answer() == Answer.CANNOT_TELL) {
            draft.comment(title + ": cannot tell, " + row.path());
        }
        List<Sql> missing = new ArrayList<>();
        for (Need need : row.needs()) {
            if (need.isSuperuser()) {
                draft.comment(title + ": not granted, " + need.what() + "; let one run it");
            } else if (!implied.test(need) && written.add(need.sql())) {
                missing.add(need.sql());
            }
        }
        if (!missing.isEmpty()) {
            draft.comment(title);
            missing.forEach(draft::statement);
        }
    }

    /** An owner needs no grant, and whoever may create schemas makes those that are not there. */
    private static boolean isImplied(Need need, Set<String> owned, boolean creates) {
        return switch (need.kind()) {
            case GRANT -> owned.contains(need.object());
            case CREATION -> creates;
            case OWNERSHIP, MEMBERSHIP, SUPERUSER -> false;
        };
    }

    /** The same database with the role as CREATE ROLE makes it: a member of nothing. */
    private AccessSnapshot withRole() {
        List<Role> roles = new ArrayList<>(snapshot.catalog().roles());
        roles.add(Role.planned(question.role(), true));
        Snapshot catalog = snapshot.catalog().withRoles(roles);
        return Renumbered.of(snapshot, catalog);
    }
}

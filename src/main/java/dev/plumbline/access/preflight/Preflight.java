package dev.plumbline.access.preflight;

import dev.plumbline.access.EffectivePrivileges;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Gap;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.ObjectOrigin;
import dev.plumbline.model.Privilege;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers for one role what {@link Operation} asks. The role must be one that was read; nothing here asks a server. */
public final class Preflight {
    private static final String LARGE_OBJECTS = "large objects";
    private final AccessSnapshot snapshot;
    private final PreflightQuestion question;
    private final Standing standing;
    private final Remedies remedies;
    private final Targets targets;
    private final Demands demands;

    private Preflight(AccessSnapshot snapshot, EffectivePrivileges privileges, PreflightQuestion question) {
        this.snapshot = snapshot;
        this.question = question;
        this.standing = new Standing(snapshot, privileges, question.role());
        List<Name> asked = new ArrayList<>(question.schemas());
        asked.add(question.tracking());
        this.remedies = new Remedies(snapshot, standing, asked);
        this.targets = new Targets(snapshot);
        this.demands = new Demands(targets, question.tracking(), this::ownerOf);
    }

    /** @throws IllegalArgumentException when the snapshot has no such role */
    public static Preflight of(AccessSnapshot snapshot, EffectivePrivileges privileges, PreflightQuestion question) {
        return new Preflight(snapshot, privileges, question);
    }

    public PreflightReport report() {
        List<PreflightRow> rows = new ArrayList<>();
        for (Operation operation : Operation.values()) {
            switch (operation.scope()) {
                case DATABASE -> rows.add(row(operation, null));
                case TRACKING -> rows.add(row(operation, question.tracking()));
                case SCHEMA -> question.schemas().forEach(schema -> rows.add(row(operation, schema)));
            }
        }
        return new PreflightReport(question, rows);
    }

    /** The answer for an operation on everything that there is in the schema. */
    public PreflightRow row(Operation operation, @Nullable Name schema) {
        Optional<Gap> gap = gap(operation);
        if (gap.isPresent()) {
            return unknown(operation, schema, gap.get());
        }
        List<DatabaseObject> objects = operation.scope() == Operation.Scope.SCHEMA && schema != null
                ? demands.objects(operation, schema)
                : List.of();
        return answered(operation, schema, demandsOf(operation, schema, objects), objects.size());
    }

    /** The answer for an operation on one existing object; empty when there is none of this name that the operation is about. */
    public Optional<PreflightRow> rowOf(Operation operation, Name schema, String object) {
        Optional<Gap> gap = gap(operation);
        if (gap.isPresent()) {
            return Optional.of(unknown(operation, schema, gap.get()));
        }
        List<DatabaseObject> found = demands.objects(operation, schema).stream()
                .filter(each -> each.name().equals(object))
                .toList();
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(answered(operation, schema, demandsOf(operation, schema, found), found.size()));
    }

    /** The answer for an operation on something that the role made itself, so that only the schema is asked. */
    PreflightRow rowOfNew(Operation operation, Name schema) {
        return gap(operation)
                .map(gap -> unknown(operation, schema, gap))
                .orElseGet(() -> answered(operation, schema, demands.ofSchema(operation, schema), 1));
    }

    /** True when an object of this name is in the schema, of whatever kind. */
    boolean exists(Name schema, String object) {
        return snapshot.objects().stream()
                .anyMatch(each -> schema.equals(each.schema()) && each.name().equals(object));
    }

    /** True when there is a schema of this name and the role has no USAGE on it. */
    boolean isClosed(String schema) {
        return snapshot.of(ObjectKind.SCHEMA).stream()
                .filter(found -> found.name().equals(schema) && found.origin() == ObjectOrigin.USER)
                .anyMatch(found -> standing.holds(found, Privilege.USAGE).isEmpty());
    }

    PreflightQuestion question() {
        return question;
    }

    private List<Demand> demandsOf(Operation operation, @Nullable Name schema, List<DatabaseObject> objects) {
        if (schema == null) {
            return demands.ofDatabase(operation);
        }
        if (operation.scope() == Operation.Scope.TRACKING) {
            return demands.ofTracking(operation);
        }
        List<Demand> all = new ArrayList<>(demands.ofSchema(operation, schema));
        targets.schema(schema)
                .ifPresent(found -> objects.forEach(object -> all.addAll(demands.ofObject(operation, object, found))));
        return all;
    }

    private PreflightRow answered(Operation operation, @Nullable Name schema, List<Demand> asked, int objects) {
        Set<String> paths = new LinkedHashSet<>();
        List<Need> needs = new ArrayList<>();
        for (Demand demand : asked) {
            demand.path(standing).ifPresentOrElse(paths::add, () -> needs.add(demand.need(standing, remedies)));
        }
        if (!needs.isEmpty()) {
            return new PreflightRow(operation, schema, Answer.NO, "", needs, objects);
        }
        String path = paths.isEmpty() ? "any role" : String.join(", ", paths);
        return new PreflightRow(operation, schema, Answer.YES, path, List.of(), objects);
    }

    private static PreflightRow unknown(Operation operation, @Nullable Name schema, Gap gap) {
        String why =
                gap.subject() + " could not be read" + (gap.sqlState().isEmpty() ? "" : " [" + gap.sqlState() + "]");
        return new PreflightRow(operation, schema, Answer.CANNOT_TELL, why, List.of(), 0);
    }

    /** What was not read that the answer would rest on; a superuser's answers rest on nothing else. */
    private Optional<Gap> gap(Operation operation) {
        if (standing.isSuperuser() || operation == Operation.READ_CATALOG || operation == Operation.ADVISORY_LOCK) {
            return Optional.empty();
        }
        Optional<Gap> roles = snapshot.catalog().gapAbout(Gap.ROLES, Gap.MEMBERSHIPS);
        if (roles.isPresent()) {
            return roles;
        }
        return snapshot.catalog().gaps().stream()
                .filter(gap -> !gap.subject().contains(LARGE_OBJECTS))
                .filter(gap -> gap.isAbout(Gap.OBJECTS)
                        || gap.isAbout(Gap.SCHEMAS)
                        || gap.isAbout(Gap.DATABASE)
                        || gap.isAbout(Gap.EXTENSION_MEMBERS))
                .findFirst()
                .or(() -> targets.hasDatabase()
                        ? Optional.empty()
                        : Optional.of(new Gap(Gap.DATABASE, "", "its row was not read")));
    }

    private Optional<Name> ownerOf(DatabaseObject object) {
        return snapshot.roles().isKnown(object.owner())
                ? Optional.of(snapshot.roles().role(object.owner()).name())
                : Optional.empty();
    }
}

package dev.plumbline.plan;

import dev.plumbline.access.Capability;
import dev.plumbline.access.Verdict;
import dev.plumbline.model.Name;
import dev.plumbline.model.ServerVersion;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** A repair plan while it is being drafted: the steps so far, the state they lead to, and what the login may do by then. */
final class RepairDraft {
    private final PlanConcern concern;
    private final Loans loans;
    private final List<Step> steps = new ArrayList<>();
    private final List<Plan.Refusal> refusals = new ArrayList<>();
    private boolean optional;
    private final Map<Name, String> created = new HashMap<>();
    private final Set<Name> absentSchemas = new HashSet<>();
    private Snapshot state;

    RepairDraft(PlanConcern concern, Snapshot from) {
        this.concern = concern;
        this.state = from;
        this.loans = new Loans(from);
    }

    PlanConcern concern() {
        return concern;
    }

    /** As it will be after the steps drafted so far. */
    Snapshot state() {
        return state;
    }

    ServerVersion version() {
        return state.server().version();
    }

    boolean isAbsent(Name role) {
        return state.role(role).isEmpty();
    }

    boolean hasStep(String id) {
        return steps.stream().anyMatch(step -> step.id().equals(id));
    }

    void add(StepDraft draft) {
        Step step = draft.step(!version().isCockroach());
        steps.add(step);
        state = step.change().applyTo(state);
    }

    /** A step that nothing later rests on: a few thousand of them must not each make a new state. */
    void addAside(StepDraft draft) {
        steps.add(draft.step(!version().isCockroach()));
    }

    void addCreation(Name role, StepDraft draft) {
        created.put(role, draft.id());
        loans.created(draft.change());
        add(draft);
    }

    /** The ids of the steps that create any of these roles. */
    List<String> creationOf(Name... roles) {
        return List.of(roles).stream()
                .filter(created::containsKey)
                .map(role -> created.getOrDefault(role, ""))
                .toList();
    }

    /**
     * Whether the login may run a statement, by itself or with memberships borrowed for it: the ids of the borrowing steps, which are added here when
     * they are not there yet. Empty when it may not: then the refusal is on record.
     */
    Optional<List<String>> authorise(
            String checkCode, String what, Function<Capability, Verdict> asked, Name... borrowable) {
        Verdict alone = asked.apply(loans.without());
        if (alone.allowed()) {
            return Optional.of(List.of());
        }
        Optional<List<Name>> needed = loans.neededFor(asked, borrowable);
        if (needed.isEmpty()) {
            refuse(checkCode, what, alone);
            return Optional.empty();
        }
        List<String> ids = new ArrayList<>();
        for (Name role : needed.get()) {
            if (!loans.has(role)) {
                add(loans.lend(role, checkCode).requires(creationOf(role)));
            }
            ids.add(StepId.borrow(role));
        }
        return Optional.of(ids);
    }

    /** True of a superuser's plan, whom no step takes a right away from. */
    boolean isOfSuperuser() {
        return loans.without().isSuperuser();
    }

    /** What the login may do in the state drafted so far. */
    Capability capability() {
        return Capability.of(state);
    }

    /** What the login may do, with all that is borrowed, once the change is made: whether it can undo it. */
    Capability afterwards(Change change) {
        return loans.after(change);
    }

    /** Plans what only an optional group needs; what is refused meanwhile keeps nothing else from running. */
    boolean optionally(BooleanSupplier planning) {
        optional = true;
        try {
            return planning.getAsBoolean();
        } finally {
            optional = false;
        }
    }

    void refuse(String checkCode, String what, Verdict verdict) {
        refuse(checkCode, what, verdict.why(), verdict.missingGrants());
    }

    void refuse(String checkCode, String what, String why, String missingGrant) {
        refusals.add(new Plan.Refusal(checkCode, what, why, missingGrant, optional));
    }

    /** True when a role that a statement names will not be there; the refusal is then on record. */
    boolean refusedForLackOf(String checkCode, String what, Name... roles) {
        for (Name role : roles) {
            if (isAbsent(role)) {
                refuse(checkCode, what, "role " + role.shown() + " is missing and cannot be created", "");
                return true;
            }
        }
        return false;
    }

    /** True when the schema is not there; said once for all its rules. */
    boolean refusedForLackOfSchema(String checkCode, Name schema) {
        if (state.schema(schema).isPresent()) {
            return false;
        }
        if (absentSchemas.add(schema)) {
            refuse(
                    checkCode,
                    "Default privileges in schema " + schema.shown(),
                    "the schema does not exist",
                    Sql.of("CREATE SCHEMA %I", schema).text());
        }
        return true;
    }

    Plan finished(PlanTarget target, Snapshot from) {
        loans.givenBack().forEach(this::add);
        return Plan.of(target, concern, from, steps, refusals);
    }
}

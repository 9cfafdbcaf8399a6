package dev.plumbline.plan;

import dev.plumbline.model.ServerVersion;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** All that the steps of a plan rest on, as rows expected and as the query that finds the same rows on a server. */
record GuardedState(List<StateFact> facts) {
    static GuardedState of(Plan plan) {
        Set<StateFact> facts = new LinkedHashSet<>();
        plan.steps().forEach(step -> facts.addAll(step.change().facts()));
        return new GuardedState(List.copyOf(facts));
    }

    boolean isEmpty() {
        return facts.isEmpty();
    }

    /** Rows of five texts: kind, name, of, place, line. */
    Sql expected(Snapshot snapshot) {
        List<Sql> rows = new ArrayList<>();
        for (StateFact fact : facts) {
            StateFact.Key key = fact.key();
            fact.expected(snapshot).stream()
                    .sorted()
                    .forEach(line -> rows.add(
                            Sql.of("(%L, %L, %L, %L, %L)", key.kind(), key.name(), key.of(), key.place(), line)));
        }
        return rows.isEmpty()
                ? Sql.of("SELECT '', '', '', '', '' WHERE false")
                : Sql.of("VALUES\n        %s", Sql.join(",\n        ", rows));
    }

    Sql found(ServerVersion version) {
        List<Sql> queries = new ArrayList<>();
        List<RoleFact> roles = of(RoleFact.class);
        List<MembershipFact> memberships = of(MembershipFact.class);
        List<DefaultFact> defaults = of(DefaultFact.class);
        List<ObjectFact> routines =
                of(ObjectFact.class).stream().filter(ObjectFact::isRoutine).toList();
        List<ObjectFact> relations =
                of(ObjectFact.class).stream().filter(fact -> !fact.isRoutine()).toList();
        if (!roles.isEmpty()) {
            queries.add(RoleFact.found(roles));
        }
        if (!memberships.isEmpty()) {
            queries.add(MembershipFact.found(memberships, version));
        }
        if (facts.contains(new DatabaseFact())) {
            queries.add(DatabaseFact.found());
        }
        List<SchemaFact> schemas = of(SchemaFact.class);
        if (!schemas.isEmpty()) {
            queries.add(SchemaFact.found(schemas));
        }
        if (!defaults.isEmpty()) {
            queries.add(DefaultFact.found(defaults));
        }
        if (!relations.isEmpty()) {
            queries.add(ObjectFact.foundRelations(relations));
        }
        if (!routines.isEmpty()) {
            queries.add(ObjectFact.foundRoutines(routines));
        }
        queries.addAll(OtherFact.found(of(OtherFact.class)));
        return Sql.join("\n      UNION ALL ", queries);
    }

    private <T extends StateFact> List<T> of(Class<T> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}

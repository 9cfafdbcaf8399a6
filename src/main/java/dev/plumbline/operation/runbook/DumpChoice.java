package dev.plumbline.operation.runbook;

import dev.plumbline.catalog.structure.DumpableTables.Relation;
import dev.plumbline.model.Name;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.operation.runbook.DumpTables.Wanted;
import dev.plumbline.pg.ConnectionTarget;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which relations of a database a dump takes. */
final class DumpChoice {
    private final ConnectionTarget target;
    private final Wanted wanted;

    DumpChoice(ConnectionTarget target, Wanted wanted) {
        this.target = target;
        this.wanted = wanted;
    }

    /** @throws ProblemException DUMP-CHOICE where what was asked for excludes itself */
    void requireOne() {
        if (!wanted.tables().isEmpty() && !wanted.schemas().isEmpty() || wanted.dataOnly() && wanted.schemaOnly()) {
            throw DumpTables.problem(
                    Problem.Kind.INVALID,
                    "DUMP-CHOICE",
                    target.shown(),
                    "tables and schemas exclude each other, and so do data only and schema only.",
                    "Write two dumps.");
        }
    }

    /** Partitions come with their table. */
    List<Relation> of(List<Relation> all) {
        if (!wanted.tables().isEmpty()) {
            Set<DumpName> names = new TreeSet<>();
            for (String text : wanted.tables()) {
                DumpName name = DumpName.parse(text);
                require(all.stream().anyMatch(each -> name(each).equals(name)), name.shown());
                names.add(name);
            }
            boolean more = true;
            while (more) {
                more = names.addAll(all.stream()
                        .filter(each -> parent(each, names))
                        .map(DumpChoice::name)
                        .toList());
            }
            return all.stream().filter(each -> names.contains(name(each))).toList();
        }
        Set<Name> schemas =
                wanted.schemas().stream().map(DumpName::schema).collect(Collectors.toCollection(TreeSet::new));
        return all.stream()
                .filter(each -> schemas.isEmpty() || schemas.contains(each.schema()))
                .toList();
    }

    private void require(boolean there, String table) {
        if (!there) {
            throw DumpTables.problem(
                    Problem.Kind.NOT_FOUND,
                    "DUMP-TABLE",
                    target.shown(),
                    "there is no table " + table + ".",
                    "Write it with its schema, as SQL would.");
        }
    }

    private static boolean parent(Relation each, Set<DumpName> names) {
        List<Name> parent = each.parent();
        return parent != null && names.contains(new DumpName(parent.get(0), parent.get(1)));
    }

    static DumpName name(Relation relation) {
        return new DumpName(relation.schema(), relation.name());
    }

    static Set<DumpName> withRows(List<Relation> chosen) {
        return chosen.stream()
                .filter(each -> each.kind().equals("r") && !each.ofExtension())
                .map(DumpChoice::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

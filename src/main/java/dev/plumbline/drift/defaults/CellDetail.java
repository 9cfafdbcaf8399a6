package dev.plumbline.drift.defaults;

import dev.plumbline.access.RoleClosure;
import dev.plumbline.access.change.AlterDefault;
import dev.plumbline.drift.RuleComparison;
import dev.plumbline.model.AclItem;
import dev.plumbline.model.Grantee;
import dev.plumbline.model.Name;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.PrivilegeWords;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A cell opened: the statements that the stored rule stands for, those that add what the model misses, what exists already and does not match, and the
 * reverse pair as far as it is not there.
 */
public record CellDetail(
        MatrixCell cell, List<Sql> stored, List<Sql> missing, Backfill backfill, List<AlterDefault> reverse) {
    public CellDetail {
        stored = List.copyOf(stored);
        missing = List.copyOf(missing);
        reverse = List.copyOf(reverse);
    }

    /** The reverse pair as statements. */
    public List<Sql> mirror() {
        return reverse.stream().map(AlterDefault::statement).toList();
    }

    public static CellDetail of(DefaultMatrix matrix, RoleClosure closure, MatrixRow row, MatrixColumn column) {
        MatrixCell cell = matrix.cell(row, column);
        Map<Name, SortedSet<Privilege>> gives = gives(matrix, cell);
        boolean known = cell.state() != CellState.UNKNOWN;
        return new CellDetail(
                cell,
                RuleSql.stored(cell, matrix.snapshot().version()),
                cell.wanted().filter(wanted -> known).map(RuleSql::missing).orElse(List.of()),
                BackfillSearch.of(matrix.snapshot(), closure, cell, gives),
                known ? reverse(matrix, cell, gives) : List.of());
    }

    /** What the model asks for and is missing, as changes. */
    public List<AlterDefault> lacking() {
        return missing.isEmpty()
                ? List.of()
                : cell
                        .wanted()
                        .map(wanted -> AlterDefault.grant(
                                wanted.rule().creator(),
                                wanted.rule().schema(),
                                wanted.rule().type(),
                                Grantee.role(wanted.rule().grantee()),
                                wanted.missing()))
                        .stream()
                        .toList();
    }

    /** The rule that is stored for a grantee, taken away again. */
    public List<AlterDefault> removal() {
        Name creator = cell.row().creator();
        List<AlterDefault> removal = new ArrayList<>();
        for (AclItem item : cell.stored().orElse(List.of())) {
            SortedSet<Privilege> known = new TreeSet<>(item.held());
            known.removeIf(privilege -> PrivilegeWords.of(List.of(privilege)).isEmpty());
            if (!item.grantee().is(creator) && !known.isEmpty()) {
                removal.add(AlterDefault.revoke(
                        creator, cell.column().schema(), cell.column().type(), item.grantee(), known));
            }
        }
        return removal;
    }

    /** The missing part where there is one, else the rule itself. */
    public List<Sql> shown() {
        return missing.isEmpty() ? stored : missing;
    }

    /** What the rule gives to whom: what the model asks for, and what is stored and not called wrong. PUBLIC is never proposed. */
    private static Map<Name, SortedSet<Privilege>> gives(DefaultMatrix matrix, MatrixCell cell) {
        Map<Name, SortedSet<Privilege>> gives = new TreeMap<>();
        Name creator = cell.row().creator();
        for (AclItem item : cell.stored().orElse(List.of())) {
            Name grantee = item.grantee().role();
            boolean wrong = matrix.overlay().stateOf(creator, cell.column(), item.grantee()) == CellState.WRONG_CREATOR;
            if (grantee != null && !grantee.equals(creator) && !wrong) {
                SortedSet<Privilege> privileges = new TreeSet<>(item.held());
                PrivilegeSet extra = matrix.overlay().extra(creator, cell.column(), item.grantee());
                privileges.removeIf(extra::has);
                if (!privileges.isEmpty()) {
                    gives.computeIfAbsent(grantee, key -> new TreeSet<>()).addAll(privileges);
                }
            }
        }
        cell.wanted()
                .map(RuleComparison::rule)
                .ifPresent(rule -> gives.computeIfAbsent(rule.grantee(), key -> new TreeSet<>())
                        .addAll(rule.privileges()));
        return gives;
    }

    private static List<AlterDefault> reverse(
            DefaultMatrix matrix, MatrixCell cell, Map<Name, SortedSet<Privilege>> gives) {
        List<AlterDefault> reverse = new ArrayList<>();
        if (!cell.column().exists() || cell.row().isForAllRoles()) {
            return reverse;
        }
        gives.forEach((grantee, privileges) -> {
            SortedSet<Privilege> lacking = new TreeSet<>(privileges);
            matrix.snapshot().catalog().defaultPrivileges().stream()
                    .filter(rule -> rule.creator().equals(grantee)
                            && rule.type() == cell.column().type())
                    .filter(rule -> rule.schema() == null
                            || rule.schema().equals(cell.column().schema()))
                    .flatMap(rule -> rule.acl().stream())
                    .filter(item -> item.grantee().is(cell.row().creator()))
                    .forEach(item -> lacking.removeAll(item.held()));
            lacking.removeIf(privilege -> PrivilegeWords.of(List.of(privilege)).isEmpty());
            if (!lacking.isEmpty()) {
                reverse.add(AlterDefault.grant(
                        grantee,
                        cell.column().schema(),
                        cell.column().type(),
                        Grantee.role(cell.row().creator()),
                        lacking));
            }
        });
        return reverse;
    }
}

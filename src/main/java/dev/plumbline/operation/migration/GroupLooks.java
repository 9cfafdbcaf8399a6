package dev.plumbline.operation.migration;

import dev.plumbline.catalog.lock.TakenLocks.Asked;
import dev.plumbline.catalog.lock.TakenLocks.Named;
import dev.plumbline.model.Name;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What is looked at before the first of some statements and behind each: what the one before it names and what the next does; and the locks, but for where both {@linkplain KeepsToItself
 * keep to themselves} and no relation is named by two of those that one look at the locks stands behind.
 */
final class GroupLooks {
    private final List<GroupedStatement> group;
    private final Predicate<Name> isInherited;
    /** What those name behind which the locks were not looked at yet. */
    private final Set<Name> open = new HashSet<>();

    private GroupLooks(List<GroupedStatement> group, Predicate<Name> isInherited) {
        this.group = group;
        this.isInherited = isInherited;
    }

    /** @param isInherited whether locking what has this name locks other relations too */
    static List<Asked> asked(List<GroupedStatement> group, Predicate<Name> isInherited) {
        return new GroupLooks(group, isInherited).asked();
    }

    private List<Asked> asked() {
        List<Asked> asked = new ArrayList<>();
        for (int at = 0; at <= group.size(); at++) {
            Set<Named> named = new HashSet<>();
            if (at > 0) {
                named.addAll(group.get(at - 1).named());
            }
            if (at < group.size()) {
                named.addAll(group.get(at).named());
            }
            asked.add(new Asked(named, asksForLocks(at)));
        }
        return asked;
    }

    private boolean asksForLocks(int at) {
        if (at > 0) {
            group.get(at - 1).named().forEach(named -> open.add(named.name()));
        }
        boolean asks = at == 0
                || at == group.size()
                || !keepsToItself(group.get(at - 1))
                || !keepsToItself(group.get(at))
                || group.get(at).named().stream().anyMatch(named -> open.contains(named.name()));
        if (asks) {
            open.clear();
        }
        return asks;
    }

    private boolean keepsToItself(GroupedStatement statement) {
        return statement.keepsToItself()
                && statement.named().stream().noneMatch(named -> isInherited.test(named.name()));
    }
}

package dev.plumbline.migration.trace;

import dev.plumbline.catalog.lock.HeldLocksReader.Known;
import dev.plumbline.catalog.lock.TakenLocks;
import dev.plumbline.catalog.lock.TakenLocks.Counters;
import dev.plumbline.catalog.lock.TakenLocks.Named;
import dev.plumbline.model.lock.LockMode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A lock that was not held at the last look at the locks. */
record FreshLock(long oid, LockMode mode, Known known) {
    /**
     * Which of some statements took it: the only one that names the relation, or the table that it was made for.
     *
     * @param wasThere whether the relation was there before them
     * @param named what each names
     * @param looks the ones behind them
     * @return -1 where none of them names it, or several do
     */
    int whose(boolean wasThere, List<Set<Named>> named, List<TakenLocks> looks) {
        int whose = -1;
        for (int at = 0; at < named.size(); at++) {
            Map<Named, Counters> there = looks.get(at).counters();
            boolean isNamed = named.get(at).stream()
                    .map(there::get)
                    .anyMatch(one -> one != null && (one.oid() == oid || !wasThere && one.oid() == known.table()));
            if (isNamed && whose >= 0) {
                return -1;
            }
            whose = isNamed ? at : whose;
        }
        return whose;
    }
}

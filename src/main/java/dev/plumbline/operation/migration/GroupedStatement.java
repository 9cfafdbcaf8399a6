package dev.plumbline.operation.migration;

import dev.plumbline.catalog.lock.TakenLocks;
import dev.plumbline.migration.directory.MigrationStatement;
import java.util.Set;

/**
 * A statement that may run together with others.
 *
 * @param named the relations that it speaks of
 * @param makesIndexes whether it makes an index and changes nothing else
 * @param givesColumns {@link TouchesRelations#columns}
 * @param keepsToItself {@link KeepsToItself}
 */
record GroupedStatement(
        MigrationStatement statement,
        Set<TakenLocks.Named> named,
        boolean makesIndexes,
        boolean givesColumns,
        boolean keepsToItself) {
    GroupedStatement {
        named = Set.copyOf(named);
    }
}

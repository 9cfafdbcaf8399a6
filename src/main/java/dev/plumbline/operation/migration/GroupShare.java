package dev.plumbline.operation.migration;

import dev.plumbline.model.lock.Relation;
import java.util.Map;
import java.util.Set;

/**
 * What one statement of a group could have changed.
 *
 * @param touched by oid
 * @param makesIndexes whether it changed nothing of these but that they have the indexes now that it made
 */
record GroupShare(Map<Long, Relation> touched, boolean makesIndexes, Set<Relation> made) {
    GroupShare {
        touched = Map.copyOf(touched);
        made = Set.copyOf(made);
    }
}

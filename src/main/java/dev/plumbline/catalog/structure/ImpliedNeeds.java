package dev.plumbline.catalog.structure;

import dev.plumbline.catalog.ArrayText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What rows that are read anyway say of {@code pg_depend}, so that plain_needs.sql leaves it out: a default needs its column, a constraint and an index the columns of their keys. Kept as numbers and the server's
 * own lists until somebody asks for the needs.
 */
final class ImpliedNeeds {
    private final Numbers defaults = new Numbers();
    private final Keys constraints = new Keys();
    private final Keys indexes = new Keys();
    private final OidMap<Integer> ofConstraints = new OidMap<>();

    interface Visitor {
        void visit(int oid, int relation, int column);
    }

    /** A row of plain_defaults.sql. */
    void takeDefault(int oid, int relation, int column) {
        defaults.add(oid);
        defaults.add(relation);
        defaults.add(column);
    }

    /** @param columns as the server writes an array, {@code {1,2}} */
    void takeConstraint(int oid, int relation, String columns) {
        constraints.add(oid, relation, columns);
    }

    /** @param columns as the server writes a vector, {@code 1 2}; 0 is an expression */
    void takeIndex(int oid, int relation, String columns) {
        indexes.add(oid, relation, columns);
    }

    void takeIndexOfConstraint(int index, int constraint) {
        ofConstraints.put(index, constraint);
    }

    /** The constraint that an index is there for, both as oids. */
    OidMap<Integer> ofConstraints() {
        return ofConstraints;
    }

    void forEachDefault(Visitor visitor) {
        for (int at = 0; at < defaults.size(); at += 3) {
            visitor.visit(defaults.get(at), defaults.get(at + 1), defaults.get(at + 2));
        }
    }

    void forEachKeyOfConstraint(Visitor visitor) {
        constraints.forEach(visitor);
    }

    void forEachKeyOfIndex(Visitor visitor) {
        indexes.forEach(visitor);
    }

    private static final class Keys {
        private final Numbers oids = new Numbers();
        private final Numbers relations = new Numbers();
        private final List<String> columns = new ArrayList<>();
        private final Map<String, String> seen = new HashMap<>();

        void add(int oid, int relation, String list) {
            oids.add(oid);
            relations.add(relation);
            columns.add(seen.computeIfAbsent(list, first -> first));
        }

        /** Columns of the system are no things. */
        void forEach(Visitor visitor) {
            for (int at = 0; at < columns.size(); at++) {
                int oid = oids.get(at);
                int relation = relations.get(at);
                ArrayText.forEachNumber(columns.get(at), column -> {
                    if (column > 0) {
                        visitor.visit(oid, relation, column);
                    }
                });
            }
        }
    }
}

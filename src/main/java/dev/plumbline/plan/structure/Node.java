package dev.plumbline.plan.structure;

import dev.plumbline.model.structure.StructureName;

/** A thing, or that of it which is made and dropped by a statement of its own. */
record Node(StructureName name, Aspect aspect) {
    enum Aspect {
        WHOLE,
        /** A column's default. */
        DEFAULT,
        /** The column that a sequence belongs to. */
        OWNER,
        /** What a table is a partition of, or inherits. */
        ATTACHMENT,
        /** The columns by which replication tells a table's rows apart. */
        REPLICA_IDENTITY
    }

    static Node whole(StructureName name) {
        return new Node(name, Aspect.WHOLE);
    }

    static Node defaultOf(StructureName column) {
        return new Node(column, Aspect.DEFAULT);
    }

    static Node ownerOf(StructureName sequence) {
        return new Node(sequence, Aspect.OWNER);
    }

    static Node replicaIdentityOf(StructureName table) {
        return new Node(table, Aspect.REPLICA_IDENTITY);
    }

    static Node attachmentOf(StructureName table) {
        return new Node(table, Aspect.ATTACHMENT);
    }
}

package dev.plumbline.runbook.input;

import dev.plumbline.operation.runbook.RunbookDatabase;

/** What is read at once for all inputs whose names lie there. Two that are equal are one reading. */
public sealed interface NameSource {
    /** The custom resources of a context. */
    record Estate(String context) implements NameSource {
        @Override
        public String shown() {
            return "context " + context;
        }
    }

    /** Kubernetes' own objects of one namespace. */
    record Namespace(String context, String namespace) implements NameSource {
        @Override
        public String shown() {
            return "namespace " + namespace + " of context " + context;
        }
    }

    /** Which tables the SchemaDefinitions of a namespace claim. */
    record Claims(String context, String namespace) implements NameSource {
        @Override
        public String shown() {
            return "the SchemaDefinitions of namespace " + namespace + " of context " + context;
        }
    }

    /** The catalog of a database of a context; {@code shown} names it without a password. */
    record Database(RunbookDatabase.Where where, String shown) implements NameSource {}

    /** The catalog behind a connection that is remembered under a name. */
    record Connection(String name) implements NameSource {
        @Override
        public String shown() {
            return "connection " + name;
        }
    }

    /** In words. */
    String shown();
}

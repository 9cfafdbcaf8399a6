package dev.plumbline.runbook.lint;

import java.util.List;

/** What a cluster knows of its kinds, from its own discovery and OpenAPI document or from a recording of them. It is asked with words as people type them: kind, plural, short name. */
public interface ClusterSchema {
    /** UNKNOWN where it could not be asked, which is never taken for NO. */
    enum Answer {
        YES,
        NO,
        UNKNOWN
    }

    Answer knows(String kind);

    /** @param path such as {@code .spec.replicas}; indexes of lists are left out of it */
    Answer knowsField(String kind, String path);

    /** The kinds that it knows, to name the one that was meant; may be empty. */
    List<String> kinds();

    /** Where no cluster is at hand. */
    static ClusterSchema none() {
        return new ClusterSchema() {
            @Override
            public Answer knows(String kind) {
                return Answer.UNKNOWN;
            }

            @Override
            public Answer knowsField(String kind, String path) {
                return Answer.UNKNOWN;
            }

            @Override
            public List<String> kinds() {
                return List.of();
            }
        };
    }
}

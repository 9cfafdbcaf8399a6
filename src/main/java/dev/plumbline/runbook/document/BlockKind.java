package dev.plumbline.runbook.document;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The kinds of blocks that a runbook may hold, by the words their fences begin with. There is none for a shell. */
public enum BlockKind {
    SQL("sql", StepClass.READ, "", ""),
    SQL_CHANGE("sql change", StepClass.CHANGE, "", ""),
    KUBE_GET("kube get", StepClass.READ, "kind", "name namespace selector capture"),
    KUBE_PATCH("kube patch", StepClass.CHANGE, "kind name patch", "namespace"),
    KUBE_ANNOTATE("kube annotate", StepClass.CHANGE, "kind name annotations", "namespace"),
    KUBE_LABEL("kube label", StepClass.CHANGE, "kind name labels", "namespace"),
    KUBE_DELETE("kube delete", StepClass.DESTRUCTIVE, "kind name", "namespace"),
    KUBE_APPLY("kube apply", StepClass.CHANGE, "", "manifest from"),
    KUBE_RESTART("kube restart", StepClass.CHANGE, "kind name", "namespace"),
    KUBE_WAIT("kube wait", StepClass.WAIT, "kind for", "name namespace selector"),
    KUBE_LOGS("kube logs", StepClass.READ, "", "name namespace selector container lines contains capture"),
    HTTP("http", StepClass.READ, "url", "method headers body expect capture"),
    CHECK(
            "check",
            StepClass.READ,
            "",
            "sql equals rows exists condition drift plan dump http kube metric is absent at-least at-most message"),
    PLAN("plan", StepClass.CHANGE, "operation", "with"),
    DECISION("decision", StepClass.HUMAN, "question options", ""),
    APPROVE("approve", StepClass.HUMAN, "question", "who typed"),
    MANUAL("manual", StepClass.HUMAN, "", "do note"),
    PORT_FORWARD("port-forward", StepClass.READ, "port", "name kind namespace selector as"),
    DUMP("dump", StepClass.READ, "to", "tables schemas data-only schema-only"),
    RESTORE("restore", StepClass.DESTRUCTIVE, "from", "data-only tables");

    private final String words;
    private final StepClass least;
    private final String needed;
    private final String optional;

    BlockKind(String words, StepClass least, String needed, String optional) {
        this.words = words;
        this.least = least;
        this.needed = needed;
        this.optional = optional;
    }

    /** The words that its fence begins with. */
    public String words() {
        return words;
    }

    /** Its class before its text is looked at. */
    public StepClass least() {
        return least;
    }

    /** Whether its body is SQL rather than YAML. */
    public boolean isSql() {
        return this == SQL || this == SQL_CHANGE;
    }

    public boolean isKube() {
        return words.startsWith("kube ") || this == PORT_FORWARD;
    }

    public Set<String> needed() {
        return fields(needed);
    }

    public boolean knows(String field) {
        return fields(needed).contains(field) || fields(optional).contains(field);
    }

    private static Set<String> fields(String names) {
        return names.isEmpty() ? Set.of() : Set.of(names.split(" "));
    }

    public static List<String> allWords() {
        return java.util.Arrays.stream(values()).map(BlockKind::words).toList();
    }

    /** The kind whose words stand at the beginning of a fence, the longest that fits. */
    static Optional<BlockKind> at(String info) {
        BlockKind found = null;
        for (BlockKind each : values()) {
            boolean fits = info.equals(each.words) || info.startsWith(each.words + " ");
            if (fits && (found == null || each.words.length() > found.words.length())) {
                found = each;
            }
        }
        return Optional.ofNullable(found);
    }
}

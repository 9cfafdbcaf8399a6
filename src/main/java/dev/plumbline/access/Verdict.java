package dev.plumbline.access;

import java.util.List;
import java.util.stream.Collectors;

/** Whether the server would accept a statement from a login; {@code lacks} is empty exactly when it would. */
public record Verdict(List<Lack> lacks) {
    public static final Verdict ALLOWED = new Verdict(List.of());

    public Verdict {
        lacks = List.copyOf(lacks);
    }

    public boolean allowed() {
        return lacks.isEmpty();
    }

    /** Everything that is lacking, as one sentence part. */
    public String why() {
        return lacks.stream().map(Lack::what).collect(Collectors.joining("; "));
    }

    /** The missing grants, one statement after the other. */
    public String missingGrants() {
        return lacks.stream().map(lack -> lack.grant().text()).distinct().collect(Collectors.joining("; "));
    }
}

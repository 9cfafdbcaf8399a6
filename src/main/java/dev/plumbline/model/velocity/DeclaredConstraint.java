package dev.plumbline.model.velocity;

import java.util.List;

/** An entry of {@code spec.constraints}: unique over {@code columns}, or a check of {@code check} where there are none. */
public record DeclaredConstraint(String name, List<String> columns, String check) {
    public DeclaredConstraint {
        columns = List.copyOf(columns);
    }
}

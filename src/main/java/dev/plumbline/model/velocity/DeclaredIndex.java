package dev.plumbline.model.velocity;

import java.util.List;

/** An entry of {@code spec.indexes}, which the runbook's page reads though Velocity's definition has no such list. {@code where} is empty where none is given. */
public record DeclaredIndex(String name, List<String> columns, boolean unique, String where) {
    public DeclaredIndex {
        columns = List.copyOf(columns);
    }
}

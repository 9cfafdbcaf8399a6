package dev.plumbline.access.why;

import dev.plumbline.access.change.AccessChange;
import dev.plumbline.access.change.PrivilegeDifference;
import dev.plumbline.model.Sql;
import java.util.List;

/** Changes that together make the answer yes; {@code difference} is who gains what by them, as the model computes it. */
public record Fix(String sentence, List<AccessChange> changes, List<Sql> statements, PrivilegeDifference difference) {
    public Fix {
        changes = List.copyOf(changes);
        statements = List.copyOf(statements);
    }
}

package dev.plumbline.access.preflight;

import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements by which an operation is tried for real, inside a transaction that is rolled back. {@code object} is what they are about, safe to show. */
public record Trial(Operation operation, @Nullable Name schema, String object, List<Sql> statements) {
    public Trial {
        statements = List.copyOf(statements);
    }
}

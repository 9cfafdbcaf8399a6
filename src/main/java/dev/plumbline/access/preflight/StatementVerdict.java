package dev.plumbline.access.preflight;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * May the role run one statement of a migration? {@code beginning} is the statement's first line, as it was written; {@code operation} null where it needs
 * nothing or was not recognised; {@code why} is the path, or why it cannot be told.
 */
public record StatementVerdict(
        String file,
        int line,
        String beginning,
        @Nullable Operation operation,
        Answer answer,
        String why,
        List<Need> needs) {
    public StatementVerdict {
        needs = List.copyOf(needs);
    }
}

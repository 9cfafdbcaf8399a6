package dev.plumbline.operation;

import dev.plumbline.model.Problem;
import java.util.List;

/** What was written to the cluster about a check or repair. A refusal is a warning and never undoes anything. */
public record Recording(boolean eventWritten, boolean statusWritten, List<Problem> warnings) {
    public static final Recording NOTHING = new Recording(false, false, List.of());

    public Recording {
        warnings = List.copyOf(warnings);
    }
}

package dev.plumbline.runbook.step;

import dev.plumbline.model.SafeMode;
import java.util.Set;

/** A person's yes to one preview and no other: the destructive parts that are allowed, and the name that was typed where production asks for one. */
public record StepApproval(String digest, Set<String> allowed, String typed, SafeMode mode, String by) {
    public StepApproval {
        allowed = Set.copyOf(allowed);
    }
}

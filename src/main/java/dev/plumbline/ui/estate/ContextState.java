package dev.plumbline.ui.estate;

import dev.plumbline.model.ContextEntry;
import dev.plumbline.model.EstateContext;
import dev.plumbline.model.Problem;
import dev.plumbline.model.SafeMode;
import java.time.Instant;
import java.util.Optional;

/** What is known of one context. What was read earlier stays while it is read again or when that fails. */
public record ContextState(
        ContextEntry entry,
        SafeMode mode,
        Phase phase,
        Optional<EstateContext> estate,
        Optional<Problem> problem,
        Instant readAt) {
    public enum Phase {
        UNREAD,
        LOADING,
        READ,
        FAILED
    }

    static ContextState unread(ContextEntry entry, SafeMode mode) {
        return new ContextState(entry, mode, Phase.UNREAD, Optional.empty(), Optional.empty(), Instant.EPOCH);
    }

    ContextState loading() {
        return new ContextState(entry, mode, Phase.LOADING, estate, Optional.empty(), readAt);
    }

    ContextState read(EstateContext now, Instant at) {
        return new ContextState(entry, mode, Phase.READ, Optional.of(now), Optional.empty(), at);
    }

    ContextState failed(Problem why) {
        return new ContextState(entry, mode, Phase.FAILED, estate, Optional.of(why), readAt);
    }

    /** As before the reading that was stopped. */
    ContextState stopped() {
        return new ContextState(
                entry, mode, estate.isPresent() ? Phase.READ : Phase.UNREAD, estate, Optional.empty(), readAt);
    }

    /** The same, with this program approved where it is asked for. */
    ContextState withApproved(ContextEntry.ExecCommand approved) {
        ContextEntry.ExecCommand asked = entry.execCommand();
        if (asked == null || !asked.hash().equals(approved.hash())) {
            return this;
        }
        ContextEntry now = new ContextEntry(
                entry.name(),
                entry.cluster(),
                entry.server(),
                entry.user(),
                entry.namespace(),
                entry.current(),
                entry.insecure(),
                approved,
                entry.problems());
        return under(now, mode);
    }

    ContextState with(SafeMode other) {
        return new ContextState(entry, other, phase, estate, problem, readAt);
    }

    /** The same reading under what the kubeconfig says now. */
    ContextState under(ContextEntry now, SafeMode nowMode) {
        return new ContextState(now, nowMode, phase, estate, problem, readAt);
    }

    boolean isUnread() {
        return phase == Phase.UNREAD;
    }

    /** False when the cluster serves none of the kinds that Plumbline knows. */
    boolean isInstalled() {
        return estate.map(read -> read.missingSystems().isEmpty()).orElse(true);
    }

    /** True when nothing is known of it although something was tried or is wanted. */
    boolean isInTrouble() {
        return phase == Phase.FAILED || needsApproval();
    }

    /** True when the context's user asks for a program that nobody approved: it is not read before. */
    boolean needsApproval() {
        ContextEntry.ExecCommand command = entry.execCommand();
        return command != null && !command.approved();
    }
}

package dev.plumbline.operation;

import dev.plumbline.model.ContextEntry;
import dev.plumbline.model.SafeMode;
import dev.plumbline.store.ApprovedPrograms;
import dev.plumbline.store.SafeModes;
import java.util.List;
import java.util.function.Supplier;

/** What a person decided about a context: how careful to be, and which program its kubeconfig may run. */
public final class ContextCare {
    private final Supplier<SafeModes> modes;
    private final Supplier<ApprovedPrograms> programs;

    public ContextCare(Supplier<SafeModes> modes, Supplier<ApprovedPrograms> programs) {
        this.modes = modes;
        this.programs = programs;
    }

    public SafeMode mode(String context) {
        return modes.get().of(context);
    }

    public void choose(String context, SafeMode mode) {
        modes.get().choose(context, mode);
    }

    /** Lets exactly this command run from now on; another argument is another command. */
    public void approve(ContextEntry.ExecCommand command) {
        programs.get().approve(command.hash(), command.shown());
    }

    /** The commands that may run, as they were shown when they were approved. */
    public List<ContextEntry.ExecCommand> approved() {
        return programs.get().shownByHash().entrySet().stream()
                .map(program -> new ContextEntry.ExecCommand(program.getValue(), program.getKey(), true))
                .toList();
    }

    public void withdraw(ContextEntry.ExecCommand command) {
        programs.get().withdraw(command.hash());
    }
}

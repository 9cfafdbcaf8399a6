package dev.plumbline.ui.estate;

import dev.plumbline.model.ContextEntry.ExecCommand;
import dev.plumbline.ui.control.Ask;
import dev.plumbline.ui.fx.Texts;
import java.util.Optional;
import javafx.stage.Window;

/** Asks whether a program of a kubeconfig may run. Enter does not approve. */
final class ProgramApproval {
    private ProgramApproval() {}

    static Optional<ExecCommand> ask(Window owner, String context, ExecCommand command) {
        boolean yes = new Ask(owner, Texts.get("approval.title"))
                .showing(new ProgramApprovalController(context, command).load())
                .offering(Texts.get("approval.yes"))
                .confirmed();
        return yes ? Optional.of(command) : Optional.empty();
    }
}

package dev.plumbline.ui.estate;

import dev.plumbline.job.Work;
import dev.plumbline.model.ContextEntry;
import dev.plumbline.model.ContextEntry.ExecCommand;
import dev.plumbline.model.EstateContext;
import dev.plumbline.model.SafeMode;
import dev.plumbline.operation.ConnectionSummary;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What the estate can set going. {@code connect} opens a direct connection by its name; {@code addDirect} takes a name and a DSN, and gives the
 * connection as it was kept; {@code approve} remembers that a program may run.
 */
public record EstateActions(
        Work<List<KnownContext>> contexts,
        Function<String, Work<EstateContext>> context,
        BiFunction<String, SafeMode, Work<SafeMode>> chooseMode,
        Function<ExecCommand, Work<ExecCommand>> approve,
        Work<List<DirectConnection>> directs,
        BiFunction<String, String, Work<DirectConnection>> addDirect,
        Function<String, Work<String>> forgetDirect,
        Function<String, Work<ConnectionSummary>> connect) {

    /** A context of the kubeconfig, and how careful it asks to be. */
    public record KnownContext(ContextEntry entry, SafeMode mode) {}

    /** A connection without a cluster; {@code shown} is its DSN without a password. */
    public record DirectConnection(String name, String shown) {}
}

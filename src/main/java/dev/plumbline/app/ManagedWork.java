package dev.plumbline.app;

import dev.plumbline.operation.Operations;
import dev.plumbline.operation.rotation.RotateAndRead;
import dev.plumbline.operation.rotation.Rotations;
import dev.plumbline.ui.ManagedActions;
import java.time.Duration;
import java.util.function.Supplier;

/** What the screens of ManagedDatabases can set going, as the operations do it. */
final class ManagedWork {
    /** As long as the command awaits a migration's Job when it is not told otherwise. */
    private static final Duration JOB_WAIT = Duration.ofMinutes(30);

    private final Supplier<Operations> operations;

    ManagedWork(Supplier<Operations> operations) {
        this.operations = operations;
    }

    ManagedActions actions() {
        return new ManagedActions(
                ref -> (cancel, progress) ->
                        operations.get().rotations().reading().read(ref, cancel, progress),
                ref -> (cancel, progress) ->
                        operations.get().rotations().measuring().measure(ref, cancel),
                (plan, approval, seen, listener, cancel) -> {
                    Rotations rotations = operations.get().rotations();
                    return new RotateAndRead(rotations.running(), rotations.reading())
                            .run(plan, approval, JOB_WAIT, seen, listener, cancel);
                });
    }
}

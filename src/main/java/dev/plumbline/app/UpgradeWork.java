package dev.plumbline.app;

import dev.plumbline.operation.Operations;
import dev.plumbline.ui.UpgradeActions;
import java.util.function.Supplier;

/** What the screens of DBUpgrades can set going, as the operations do it. */
final class UpgradeWork {
    private final Supplier<Operations> operations;

    UpgradeWork(Supplier<Operations> operations) {
        this.operations = operations;
    }

    UpgradeActions actions() {
        return new UpgradeActions(
                ref -> (cancel, progress) -> operations.get().gates().check(ref, cancel, progress),
                (context, namespace) ->
                        (cancel, progress) -> operations.get().upgrades().choices(context, namespace, cancel),
                draft -> (cancel, progress) -> operations.get().upgrades().plan(draft, cancel, progress),
                (plan, approved, mode, typed) ->
                        (cancel, progress) -> operations.get().upgrades().create(plan, approved, mode, typed, cancel));
    }
}

package dev.plumbline.app;

import dev.plumbline.model.ResourceRef;
import dev.plumbline.operation.CheckSchemas;
import dev.plumbline.operation.Operations;
import dev.plumbline.ui.SchemaActions;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What the screens of SchemaDefinitions can set going, as the operations do it: in the database of Velocity's operator. */
final class SchemaWork {
    private final Supplier<Operations> operations;

    SchemaWork(Supplier<Operations> operations) {
        this.operations = operations;
    }

    SchemaActions actions() {
        return new SchemaActions(
                (ref, renames) -> (cancel, progress) ->
                        operations.get().schemas().check(one(ref, renames.get()), cancel, progress),
                ref -> (cancel, progress) -> operations.get().schemas().check(namespace(ref), cancel, progress),
                (ref, renames) -> (cancel, progress) ->
                        operations.get().schemaFixes().plan(one(ref, renames.get()), Set.of(), cancel, progress),
                ref -> (fix, approval, seen, listener, cancel) ->
                        operations.get().schemaFixes().run(one(ref, Set.of()), fix, approval, seen, listener, cancel),
                (ref, orphan) -> (cancel, progress) ->
                        operations.get().quarantines().away(namespace(ref), orphan.schema(), orphan.table(), cancel),
                (ref, aside) -> (cancel, progress) -> operations
                        .get()
                        .quarantines()
                        .back(
                                namespace(ref),
                                aside.name(),
                                aside.from().schema(),
                                aside.from().table(),
                                cancel),
                ref -> (quarantine, approval, seen, listener, cancel) -> operations
                        .get()
                        .quarantines()
                        .run(namespace(ref), quarantine, approval, seen, listener, cancel),
                (seen, mode, typed) ->
                        (cancel, progress) -> operations.get().reconciles().force(seen, mode, typed, cancel));
    }

    private static CheckSchemas.Scope one(ResourceRef ref, Set<String> renamed) {
        return new CheckSchemas.Scope(
                ref.context(), ref.namespace(), Optional.of(ref.name()), Optional.empty(), renamed);
    }

    private static CheckSchemas.Scope namespace(ResourceRef ref) {
        return new CheckSchemas.Scope(ref.context(), ref.namespace(), Optional.empty(), Optional.empty());
    }
}

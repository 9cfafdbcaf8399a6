package dev.plumbline.app;

import dev.plumbline.model.ContextEntry.ExecCommand;
import dev.plumbline.model.DatabasePlace;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.operation.DirectConnections.Direct;
import dev.plumbline.operation.DirectReport;
import dev.plumbline.operation.Operations;
import dev.plumbline.ui.compare.CompareActions;
import dev.plumbline.ui.estate.EstateActions;
import dev.plumbline.ui.estate.EstateActions.DirectConnection;
import dev.plumbline.ui.estate.EstateActions.KnownContext;
import dev.plumbline.ui.settings.SettingsActions;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** What the estate and the settings can set going, as the operations do it. The supplier is asked in the background: making operations takes a while. */
final class WindowActions {
    private final Supplier<Operations> operations;

    WindowActions(Supplier<Operations> operations) {
        this.operations = operations;
    }

    EstateActions estate() {
        return new EstateActions(
                (cancel, progress) -> knownContexts(),
                context -> (cancel, progress) -> operations.get().estate().read(context, cancel, progress),
                (context, mode) -> (cancel, progress) -> {
                    operations.get().care().choose(context, mode);
                    return mode;
                },
                command -> (cancel, progress) -> {
                    operations.get().care().approve(command);
                    return new ExecCommand(command.shown(), command.hash(), true);
                },
                (cancel, progress) -> operations.get().direct().list().stream()
                        .map(WindowActions::shown)
                        .toList(),
                (name, dsn) ->
                        (cancel, progress) -> shown(operations.get().direct().add(name, dsn)),
                name -> (cancel, progress) -> {
                    operations.get().direct().forget(name);
                    return name;
                },
                name -> (cancel, progress) -> {
                    DirectReport report = operations.get().direct().readNamed(name, cancel);
                    return report.connection();
                });
    }

    /** Two states against each other, and what is ignored of their differences. */
    CompareActions compare(
            Supplier<List<DatabasePlace>> places, Supplier<List<ResourceRef>> schemas, CompareActions.Files files) {
        return new CompareActions(
                (from, to) -> (cancel, progress) ->
                        operations.get().structures().read(from, to, List.of(), true, cancel, progress),
                pair -> (cancel, progress) -> operations.get().ignored().judged(pair),
                (pair, row, reason) ->
                        (cancel, progress) -> operations.get().ignored().ignore(pair, row, reason),
                (pair, ignored) ->
                        (cancel, progress) -> operations.get().ignored().takeBack(pair, ignored),
                (pair, chosen) -> (cancel, progress) -> pair.plan(chosen),
                (cancel, progress) -> operations.get().structures().kept(),
                (from, to, resource) ->
                        (cancel, progress) -> operations.get().happenings().between(from, to, resource, cancel),
                places,
                schemas,
                files);
    }

    SettingsActions settings(Path folder) {
        return new SettingsActions(
                (cancel, progress) -> operations.get().care().approved(),
                command -> (cancel, progress) -> {
                    operations.get().care().withdraw(command);
                    return command;
                },
                folder.toString());
    }

    private List<KnownContext> knownContexts() {
        return operations.get().contexts().list().stream()
                .map(entry -> new KnownContext(entry, operations.get().care().mode(entry.name())))
                .toList();
    }

    private static DirectConnection shown(Direct direct) {
        return new DirectConnection(direct.name(), direct.dsn());
    }
}

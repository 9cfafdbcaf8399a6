package dev.plumbline.ui.runbook;

import dev.plumbline.model.DirectPlace;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.SafeMode;
import dev.plumbline.operation.DirectConnections.Direct;
import dev.plumbline.runbook.document.InputType;
import dev.plumbline.runbook.run.Runbooks;
import dev.plumbline.runbook.step.RunTarget;
import dev.plumbline.runbook.transcript.Entry;
import dev.plumbline.ui.fx.Destination;
import dev.plumbline.ui.fx.SchemaDestination;
import java.util.Optional;

/** Where runbooks would act, as the place says from which they were reached. {@code opened} is the resource that was open, for the input of its type. */
record RunbookPlace(String context, Optional<String> direct, Optional<ResourceRef> opened) {
    private static final String DATABASES = "databases";

    static RunbookPlace of(Destination from) {
        Optional<ResourceRef> opened = from instanceof SchemaDestination schema
                ? Optional.of(schema.resource().ref())
                : Optional.ofNullable(from.ref());
        Optional<String> direct =
                from.place() instanceof DirectPlace place ? Optional.of(place.name()) : Optional.empty();
        return new RunbookPlace(from.context(), direct, opened);
    }

    /** Empty where the place is no resource: then it is chosen. */
    Optional<String> namespace() {
        return opened.map(ResourceRef::namespace).filter(name -> !name.isEmpty());
    }

    Optional<String> database() {
        return opened.filter(ref -> ref.plural().equals(DATABASES)).map(ResourceRef::name);
    }

    /** What the opened resource is for an input of this type. */
    Optional<String> known(InputType type) {
        return switch (type) {
            case NAMESPACE -> namespace();
            case DATABASE -> database();
            case SCHEMA_DEFINITION ->
                opened.filter(ref -> ref.plural().equals("schemadefinitions")).map(ResourceRef::name);
            default -> Optional.empty();
        };
    }

    /** In the background: a connection is looked up. */
    RunTarget target(Runbooks runbooks, String namespace, SafeMode mode) {
        return direct.isPresent()
                ? new RunTarget("", "", Optional.of(dsn(runbooks)), Optional.empty(), mode)
                : new RunTarget(context, context.isEmpty() ? "" : namespace, Optional.empty(), database(), mode);
    }

    /** The target that a run began on, from its first entry. */
    RunTarget target(Runbooks runbooks, Entry begun, SafeMode mode) {
        String database = begun.text("database");
        return new RunTarget(
                begun.text("context"),
                begun.text("namespace"),
                begun.data().path("direct").asBoolean() ? Optional.of(dsn(runbooks)) : Optional.empty(),
                database.isEmpty() ? Optional.empty() : Optional.of(database),
                mode);
    }

    private String dsn(Runbooks runbooks) {
        String name = direct.orElseThrow(() -> new ProblemException(new Problem(
                Problem.Kind.WRONG_TARGET,
                "RB-TARGET",
                "Going on with",
                "the run",
                "it began on a direct connection, and this place is none.",
                "Open the connection that it began on, and go on with it from there.")));
        return runbooks.tools().operations().get().direct().list().stream()
                .filter(each -> each.name().equals(name))
                .map(Direct::dsn)
                .findFirst()
                .orElseThrow(() -> new ProblemException(new Problem(
                        Problem.Kind.NOT_FOUND,
                        "RB-TARGET",
                        "Looking for the connection",
                        "\"" + name + "\"",
                        "it is not remembered any more.",
                        "Add it again.")));
    }
}

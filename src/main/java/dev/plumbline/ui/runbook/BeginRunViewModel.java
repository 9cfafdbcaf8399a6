package dev.plumbline.ui.runbook;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.model.EstateResource;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.SafeMode;
import dev.plumbline.runbook.document.Input;
import dev.plumbline.runbook.document.InputType;
import dev.plumbline.runbook.document.StepClass;
import dev.plumbline.runbook.library.RunbookFiles;
import dev.plumbline.runbook.run.RunbookRun;
import dev.plumbline.runbook.run.Runbooks;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.fx.Destination;
import dev.plumbline.ui.fx.Navigator;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.reading.Reading;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a runbook asks for before it begins, what the cluster offers for it, and the beginning itself. */
public final class BeginRunViewModel {
    private final Destination.BeginRun to;
    private final RunbookActions actions;
    private final RunbookPlace place;
    private final Function<String, SafeMode> modeOf;
    private final Reading<Asked> asked;
    private final Reading<OpenRun> begun;

    /** {@code offered} is what the context holds; {@code unread} says why that is not known, empty where it is. */
    record Asked(RunbookFiles files, Map<String, StepClass> classes, List<EstateResource> offered, String unread) {
        Asked {
            classes = Map.copyOf(classes);
            offered = List.copyOf(offered);
        }
    }

    BeginRunViewModel(
            Destination.BeginRun to,
            RunbookActions actions,
            RunbookDesk desk,
            Function<String, SafeMode> modeOf,
            Navigator navigator,
            Activity activity) {
        this.to = to;
        this.actions = actions;
        this.place = RunbookPlace.of(to.from());
        this.modeOf = modeOf;
        this.asked = new Reading<>(activity);
        this.begun = new Reading<>(activity);
        begun.valueProperty().subscribe(run -> {
            if (run != null) {
                begun.clear();
                desk.opened(run);
                navigator.go(new Destination.RunbookRun(to.from(), run.id()));
            }
        });
    }

    void readOnce() {
        if (asked.phase() == Reading.Phase.EMPTY) {
            readAgain();
        }
    }

    void readAgain() {
        asked.start(Texts.get("begin.doing"), this::read);
    }

    private Asked read(CancelToken cancel, Progress progress) {
        Runbooks runbooks = actions.runbooks().get();
        RunbookFiles files = runbooks.library(List.of()).find(to.runbook());
        Map<String, StepClass> classes = RunPage.classes(files.runbook());
        if (place.context().isEmpty()) {
            return new Asked(files, classes, List.of(), "");
        }
        try {
            List<EstateResource> offered = runbooks.tools()
                    .operations()
                    .get()
                    .estate()
                    .read(place.context(), cancel, progress)
                    .resources();
            return new Asked(files, classes, offered, "");
        } catch (ProblemException unreadable) {
            return new Asked(files, classes, List.of(), unreadable.problem().answer());
        }
    }

    /** What the cluster holds for an input of this type, in a namespace; whatever namespace where that is empty. */
    List<String> offered(InputType type, String namespace) {
        Asked now = asked.value();
        if (now == null) {
            return List.of();
        }
        if (type == InputType.NAMESPACE) {
            return now.offered().stream()
                    .map(each -> each.ref().namespace())
                    .filter(name -> !name.isEmpty())
                    .distinct()
                    .sorted()
                    .toList();
        }
        return now.offered().stream()
                .filter(each -> kinds(type).contains(each.kind()))
                .filter(each -> namespace.isEmpty()
                        || each.ref().namespace().isEmpty()
                        || each.ref().namespace().equals(namespace))
                .map(each -> each.ref().name())
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> kinds(InputType type) {
        return switch (type) {
            case DATABASE -> List.of("Database");
            case INSTANCE -> List.of("DatabaseInstance", "ClusterDatabaseInstance");
            case SCHEMA_DEFINITION -> List.of("SchemaDefinition");
            case DB_UPGRADE -> List.of("DBUpgrade");
            case MANAGED_DATABASE -> List.of("ManagedDatabase");
            default -> List.of();
        };
    }

    /** Why a value cannot be taken, empty where it can; nothing given is what its standard value is for. */
    static Optional<String> refuses(Input input, String value) {
        if (value.isEmpty()) {
            return input.standard().isPresent() ? Optional.empty() : Optional.of(Texts.get("begin.needed"));
        }
        return input.refuses(value);
    }

    void begin(String namespace, Map<String, String> given) {
        Asked now = asked.value();
        if (now == null || begun.phase().isRunning()) {
            return;
        }
        SafeMode mode = mode();
        begun.start(Texts.get("begin.beginning"), (cancel, progress) -> {
            Runbooks runbooks = actions.runbooks().get();
            RunbookRun run = RunbookRun.begin(
                    runbooks.runs(), now.files(), place.target(runbooks, namespace, mode), given, runbooks.tools());
            return new OpenRun(run, runbooks.runs());
        });
    }

    /** Where it will act, in words. */
    String target(String namespace) {
        if (place.direct().isPresent()) {
            return Texts.get("begin.target.direct", place.direct().get());
        }
        if (place.context().isEmpty()) {
            return Texts.get("begin.target.none");
        }
        String cluster = Texts.get(
                "begin.target.cluster", place.context(), namespace.isEmpty() ? "…" : namespace, mode().shown());
        return place.database()
                .map(name -> Texts.get("begin.target.database", cluster, name))
                .orElse(cluster);
    }

    SafeMode mode() {
        return modeOf.apply(place.context());
    }

    /** Whether the namespace is to be chosen here. */
    boolean asksForNamespace() {
        return !place.context().isEmpty() && place.namespace().isEmpty();
    }

    String namespace() {
        return place.namespace().orElse("");
    }

    String known(InputType type) {
        return place.known(type).orElse("");
    }

    boolean isBeginning() {
        return begun.phase().isRunning();
    }

    @Nullable
    Asked asked() {
        return asked.value();
    }

    Reading<Asked> asking() {
        return asked;
    }

    Reading<OpenRun> begun() {
        return begun;
    }
}

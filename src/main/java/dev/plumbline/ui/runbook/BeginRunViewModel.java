package dev.plumbline.ui.runbook;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.model.SafeMode;
import dev.plumbline.runbook.document.Input;
import dev.plumbline.runbook.document.InputType;
import dev.plumbline.runbook.document.Runbook;
import dev.plumbline.runbook.document.StepClass;
import dev.plumbline.runbook.library.RunbookFiles;
import dev.plumbline.runbook.run.RunbookRun;
import dev.plumbline.runbook.run.Runbooks;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.fx.Destination;
import dev.plumbline.ui.fx.Navigator;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.reading.Reading;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a runbook asks for before it begins, what is offered for it, and the beginning itself. */
public final class BeginRunViewModel {
    private final Destination.BeginRun to;
    private final RunbookActions actions;
    private final RunbookPlace place;
    private final Function<String, SafeMode> modeOf;
    private final Reading<Asked> asked;
    private final Reading<OpenRun> begun;
    private final InputOffers offers;

    /** The runbook with the classes of its steps. */
    record Asked(RunbookFiles files, Map<String, StepClass> classes) {
        Asked {
            classes = Map.copyOf(classes);
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
        this.offers = new InputOffers(actions, place, activity);
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
        RunbookFiles files = actions.runbooks().get().library(List.of()).find(to.runbook());
        return new Asked(files, RunPage.classes(files.runbook()));
    }

    /** Reads what the fields of these inputs need with what stands in them now; with {@code anew} also what was read already. */
    void offer(Collection<Input> inputs, String namespace, Map<String, String> typed, boolean anew) {
        Asked now = asked.value();
        if (now == null) {
            return;
        }
        if (anew) {
            offers.forget();
        }
        Runbook runbook = now.files().runbook();
        offers.ask(runbook, inputs, InputOffers.Given.of(runbook, namespace, typed));
    }

    Offer offered(Input input, String namespace, Map<String, String> typed) {
        Asked now = asked.value();
        if (now == null) {
            return Offer.NONE;
        }
        Runbook runbook = now.files().runbook();
        return offers.of(runbook, input, InputOffers.Given.of(runbook, namespace, typed));
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
            Asked now = asked();
            boolean needsCluster =
                    now != null && now.files().runbook().requires().contains(Runbook.Requirement.CLUSTER);
            return Texts.get(
                    needsCluster ? "begin.target.direct.cluster" : "begin.target.direct",
                    place.direct().get());
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

    /** Of a connection without a cluster nobody is asked for what only a cluster has, where it may be left empty. */
    boolean isAsked(Input input) {
        return place.direct().isEmpty() || !input.isOptional() || !input.type().isOfCluster();
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

    InputOffers offers() {
        return offers;
    }

    Reading<OpenRun> begun() {
        return begun;
    }
}

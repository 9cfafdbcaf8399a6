package dev.plumbline.ui.estate;

import dev.plumbline.job.JobRunner;
import dev.plumbline.job.JobSlot;
import dev.plumbline.job.Progress;
import dev.plumbline.model.ContextEntry.ExecCommand;
import dev.plumbline.model.DatabasePlace;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.SafeMode;
import dev.plumbline.ui.estate.EstateActions.DirectConnection;
import dev.plumbline.ui.estate.EstateActions.KnownContext;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.fx.ActivitySlot;
import dev.plumbline.ui.fx.Failures;
import dev.plumbline.ui.fx.LayoutMemory;
import dev.plumbline.ui.fx.ManagedDestination;
import dev.plumbline.ui.fx.RunningJob;
import dev.plumbline.ui.fx.SchemaDestination;
import dev.plumbline.ui.fx.Texts;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What is known of every context and connection, and the tree's lines computed from it in the background. */
public final class EstateViewModel {
    private static final int FEW = 1_000;
    private final EstateActions actions;
    private final Activity activity;
    private final Clock clock;
    private final ExpandedLines expanded;
    private final Map<String, ContextState> contexts = new LinkedHashMap<>();
    private final Map<String, ActivitySlot> slots = new HashMap<>();
    private final ActivitySlot contextsSlot;
    private final JobSlot treeSlot;
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<List<EstateNode>> lines = new ReadOnlyObjectWrapper<>(List.of());
    private final DirectsViewModel directs;
    private final ReadOnlyObjectWrapper<List<ContextState>> states = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Boolean> started = new ReadOnlyObjectWrapper<>(false);

    public EstateViewModel(
            EstateActions actions, Activity activity, JobRunner quiet, LayoutMemory memory, Clock clock) {
        this.actions = actions;
        this.activity = activity;
        this.clock = clock;
        this.expanded = new ExpandedLines(memory);
        this.contextsSlot = activity.slot();
        this.treeSlot = new JobSlot(quiet);
        this.directs = new DirectsViewModel(actions, activity);
        directs.all().addListener((source, before, after) -> computeLines());
        filter.set(memory.get("estate.filter").orElse(""));
        filter.addListener((source, before, after) -> {
            memory.put("estate.filter", after);
            computeLines();
        });
    }

    /** Reads the list of contexts and connections, then every context that is current or was left open. */
    public void readAll() {
        contextsSlot.start(Texts.get("job.contexts"), actions.contexts(), outcome -> {
            outcome.match(this::takeContexts, this::fail, () -> null);
            started.set(true);
            computeLines();
        });
        directs.readAll();
    }

    private @Nullable Void takeContexts(List<KnownContext> known) {
        problem.set(null);
        Map<String, ContextState> before = Map.copyOf(contexts);
        contexts.clear();
        for (KnownContext each : known) {
            String name = each.entry().name();
            ContextState old = before.get(name);
            contexts.put(
                    name,
                    old == null
                            ? ContextState.unread(each.entry(), each.mode())
                            : old.under(each.entry(), each.mode()));
            if (old == null && each.entry().current()) {
                expanded.set(EstateNode.key("c", name), true);
            }
        }
        List.copyOf(contexts.keySet()).stream()
                .filter(name -> expanded.contains(EstateNode.key("c", name)))
                .forEach(this::readContext);
        return null;
    }

    private @Nullable Void fail(Throwable failure) {
        problem.set(Failures.problemOf(failure, Texts.get("job.contexts")));
        return null;
    }

    /** Reads a context (again); one that asks to run a program is not read before that was approved. */
    public void readContext(String name) {
        ContextState state = contexts.get(name);
        if (state == null || state.needsApproval()) {
            computeLines();
            return;
        }
        put(state.loading());
        String title = Texts.get("job.context", name);
        slots.computeIfAbsent(name, key -> activity.slot())
                .start(
                        title,
                        actions.context().apply(name),
                        outcome -> find(name)
                                .map(now -> outcome.match(
                                        estate -> now.read(estate, clock.instant()),
                                        failure -> now.failed(Failures.problemOf(failure, title)),
                                        now::stopped))
                                .ifPresent(this::put));
    }

    /** A line was opened or closed by hand; opening a context that was never read reads it. */
    public void expand(EstateNode line, boolean open) {
        expanded.set(line.key(), open);
        boolean unread = find(line.text())
                .filter(state -> state.phase() == ContextState.Phase.UNREAD)
                .isPresent();
        if (open && line.kind() == EstateNode.Kind.CONTEXT && unread) {
            readContext(line.text());
        }
    }

    /** Whether a line is open: as it was left, and while a filter finds few enough to look through, all of them. */
    public boolean isExpanded(EstateNode line) {
        return isFound() || expanded.contains(line.key());
    }

    private boolean isFound() {
        return !filter.get().isBlank()
                && lines.get().stream().mapToInt(EstateNode::count).sum() <= FEW;
    }

    /** Remembers that the program may run, then reads the context that asked for it. */
    public void approve(String context, ExecCommand command) {
        activity.slot()
                .start(
                        Texts.get("job.approve"),
                        actions.approve().apply(command),
                        outcome -> outcome.ifDone(approved -> {
                            contexts.replaceAll((name, state) -> state.withApproved(approved));
                            readContext(context);
                        }));
    }

    public void chooseMode(String context, SafeMode mode) {
        activity.slot()
                .start(
                        Texts.get("job.mode", context),
                        actions.chooseMode().apply(context, mode),
                        outcome -> outcome.ifDone(chosen -> find(context).ifPresent(state -> put(state.with(chosen)))));
    }

    private void put(ContextState state) {
        contexts.put(state.entry().name(), state);
        computeLines();
    }

    private void computeLines() {
        List<ContextState> now = List.copyOf(contexts.values());
        List<DirectConnection> connections = directs.all().get();
        EstateFilter wanted = EstateFilter.of(filter.get());
        states.set(now);
        treeSlot.start(
                (cancel, progress) -> EstateTree.compute(now, connections, wanted),
                Progress.NONE,
                outcome -> outcome.ifDone(lines::set));
    }

    Optional<ContextState> find(String context) {
        return Optional.ofNullable(contexts.get(context));
    }

    /** How careful this context asks to be; outside of any context each change is confirmed. */
    public SafeMode modeOf(String context) {
        return find(context).map(ContextState::mode).orElse(SafeMode.CONFIRM);
    }

    /** Every place that one can go to from here, as far as it was read. */
    public List<Place> places() {
        return Place.all(contexts.values(), directs.all().get());
    }

    /** Every database that one can connect to from here, as far as it was read. */
    public List<DatabasePlace> databases() {
        return places().stream()
                .map(place -> place.to().place())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Every SchemaDefinition, as far as it was read. */
    public List<ResourceRef> schemas() {
        return places().stream()
                .map(Place::to)
                .filter(SchemaDestination.class::isInstance)
                .map(to -> ((SchemaDestination) to).resource().ref())
                .distinct()
                .toList();
    }

    /** Every ManagedDatabase, as far as it was read. */
    List<ResourceRef> managed() {
        return places().stream()
                .map(Place::to)
                .filter(ManagedDestination.Managed.class::isInstance)
                .map(to -> ((ManagedDestination.Managed) to).managed())
                .distinct()
                .toList();
    }

    ReadOnlyObjectProperty<@Nullable RunningJob> readingOf(String context) {
        return slots.computeIfAbsent(context, key -> activity.slot()).current();
    }

    public StringProperty filterProperty() {
        return filter;
    }

    ReadOnlyObjectProperty<List<EstateNode>> lines() {
        return lines.getReadOnlyProperty();
    }

    /** Changes whenever anything about any context does. */
    public ReadOnlyObjectProperty<List<ContextState>> states() {
        return states.getReadOnlyProperty();
    }

    public DirectsViewModel directs() {
        return directs;
    }

    /** Why the contexts themselves could not be read, null when they could. */
    public ReadOnlyObjectProperty<@Nullable Problem> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Whether the contexts were read once, well or badly. */
    public ReadOnlyObjectProperty<Boolean> started() {
        return started.getReadOnlyProperty();
    }
}

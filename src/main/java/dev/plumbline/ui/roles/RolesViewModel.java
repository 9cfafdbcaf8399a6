package dev.plumbline.ui.roles;

import dev.plumbline.access.graph.Found;
import dev.plumbline.access.graph.GraphNode;
import dev.plumbline.access.graph.GraphSearch;
import dev.plumbline.access.graph.Inspection;
import dev.plumbline.access.graph.Inspector;
import dev.plumbline.access.graph.Overlay;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.operation.AccessReport;
import dev.plumbline.ui.access.AccessReading;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.reading.Reading;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What the role graph shows: the reading laid out in the background, what a search lights, which one or two nodes are chosen. */
public final class RolesViewModel {
    private final AccessReading access;
    private final RolesExports exports;
    private final Reading<Drawing> drawing;
    private final Reading<Found> searching;
    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<Overlay> overlay = new SimpleObjectProperty<>(Overlay.DIFF);
    private final ObjectProperty<Focus> focus = new SimpleObjectProperty<>(Focus.EVERYTHING);
    private final ReadOnlyObjectWrapper<List<String>> chosen = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Found> found = new ReadOnlyObjectWrapper<>(Found.EVERYTHING);
    private final Layouts layouts = new Layouts();
    private @Nullable AccessReport drawn;
    private @Nullable Drawing former;
    private @Nullable Inspection gone;

    public RolesViewModel(AccessReading access, RolesExports exports, Activity activity) {
        this.access = access;
        this.exports = exports;
        this.drawing = new Reading<>(activity);
        this.searching = new Reading<>(activity);
        access.reading().valueProperty().subscribe(this::takeReport);
        drawing.valueProperty().subscribe(this::takeDrawing);
        searching.valueProperty().subscribe(this::light);
        search.subscribe(this::search);
        focus.subscribe(this::draw);
    }

    private void takeReport(@Nullable AccessReport report) {
        if (report != null) {
            drawn = report;
            layouts.forgetGraph();
            if (report.declared() instanceof OwnershipModel.None) {
                overlay.set(Overlay.LIVE);
            }
            draw();
        }
    }

    private void draw() {
        AccessReport report = drawn;
        if (report == null) {
            return;
        }
        layouts.start(drawing, report, focus.get());
    }

    private void takeDrawing(@Nullable Drawing now) {
        if (now != null) {
            layouts.keep(now);
            gone = chosen.get().size() == 1
                    ? GoneNode.between(former, now, chosen.get().get(0)).orElse(gone)
                    : gone;
            former = now;
            chosen.set(chosen.get().stream()
                    .filter(id -> now.graph().place(id).isPresent())
                    .toList());
            search();
        }
    }

    private void search() {
        Drawing now = drawing.value();
        if (now == null) {
            return;
        }
        String asked = search.get();
        if (asked.isBlank()) {
            searching.clear();
            light();
        } else {
            searching.start(
                    "searching the roles",
                    (cancel, progress) ->
                            new GraphSearch(now.graph(), now.report().privileges()).find(asked));
        }
    }

    /** Two chosen roles light the ways between them, whatever is searched for. */
    private void light() {
        Drawing now = drawing.value();
        Found searched = searching.value();
        Optional<Found> between = now == null ? Optional.empty() : ChosenRoles.between(now.graph(), chosen.get());
        found.set(between.orElse(searched == null || search.get().isBlank() ? Found.EVERYTHING : searched));
    }

    /** Chooses a node, or adds it as the second one. */
    public void choose(String id, boolean beside) {
        gone = null;
        List<String> now = chosen.get();
        boolean second = beside && !now.isEmpty() && !now.get(0).equals(id);
        chosen.set(second ? List.of(now.get(0), id) : List.of(id));
        light();
    }

    /** Chooses the first node that the search lights; false when there is none. */
    public boolean chooseFirstFound() {
        Drawing now = drawing.value();
        Optional<GraphNode> first = now == null || found.get().all()
                ? Optional.empty()
                : now.graph().nodes().stream().filter(found.get()::lights).findFirst();
        first.ifPresent(node -> choose(node.id(), false));
        return first.isPresent();
    }

    /** Closes what is open, the last first; false when nothing was. */
    public boolean dismiss() {
        if (!chosen.get().isEmpty() || gone != null) {
            gone = null;
            chosen.set(List.of());
            light();
            return true;
        }
        if (!search.get().isEmpty()) {
            search.set("");
            return true;
        }
        if (!focus.get().isEverything()) {
            focus.set(Focus.EVERYTHING);
            return true;
        }
        return false;
    }

    /** Draws a bundle's members one by one; any other node becomes the middle of what is drawn. */
    public void open(String id) {
        if (id.startsWith("members") || id.startsWith("owners")) {
            layouts.open(id);
            draw();
        } else {
            focus.set(new Focus(id, 2));
        }
    }

    /** What there is to say about the chosen node, or that it is gone since; empty when none or two are chosen. */
    public Optional<Inspection> inspection() {
        Drawing now = drawing.value();
        if (chosen.get().isEmpty()) {
            return Optional.ofNullable(gone);
        }
        return now == null || chosen.get().size() != 1
                ? Optional.empty()
                : Inspector.of(now.graph(), chosen.get().get(0));
    }

    /** {@code 38 roles · 61 memberships · 2 differ}. */
    public String counts() {
        Drawing now = drawing.value();
        return now == null ? "" : RolesWords.counts(now.whole().counts());
    }

    /** What could not be read, as sentences. */
    public List<String> unknown() {
        AccessReport report = drawn;
        return report == null ? List.of() : RolesWords.unknown(report);
    }

    /** False where nothing is declared that the catalog could be compared with. */
    public boolean declares() {
        AccessReport report = drawn;
        return report != null && !(report.declared() instanceof OwnershipModel.None);
    }

    void export(RolesExports.Kind kind) {
        Drawing now = drawing.value();
        if (now != null) {
            exports.export(kind, now, overlay.get());
        }
    }

    void exportPicture(byte[] png) {
        Drawing now = drawing.value();
        if (now != null) {
            exports.exportPicture(now, png);
        }
    }

    public AccessReading access() {
        return access;
    }

    Reading<Drawing> drawing() {
        return drawing;
    }

    public StringProperty searchProperty() {
        return search;
    }

    public ObjectProperty<Overlay> overlayProperty() {
        return overlay;
    }

    ObjectProperty<Focus> focusProperty() {
        return focus;
    }

    /** The ids of the chosen nodes: none, one, or two. */
    public ReadOnlyObjectProperty<List<String>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** What stays lit. */
    public ReadOnlyObjectProperty<Found> foundProperty() {
        return found.getReadOnlyProperty();
    }
}

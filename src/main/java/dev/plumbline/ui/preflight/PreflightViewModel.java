package dev.plumbline.ui.preflight;

import dev.plumbline.access.preflight.Answer;
import dev.plumbline.access.preflight.PreflightQuestion;
import dev.plumbline.access.preflight.PreflightRow;
import dev.plumbline.access.preflight.ScriptOption;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.ObjectOrigin;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.Role;
import dev.plumbline.operation.AccessReport;
import dev.plumbline.ui.access.AccessReading;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.reading.Reading;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Asks for one role, some schemas and a tracking schema what a migration tool may do; asks anew whenever one of them changes. */
public final class PreflightViewModel {
    private static final int CHOSEN_AT_FIRST = 4;
    private static final Name PUBLIC = Name.of("public");
    private final AccessReading access;
    private final Reading<PreflightPage> page;
    private final ObservableList<Name> roles = FXCollections.observableArrayList();
    private final ObservableList<Name> schemas = FXCollections.observableArrayList();
    private final Set<Name> chosen = new TreeSet<>();
    private final ObjectProperty<@Nullable Name> role = new SimpleObjectProperty<>();
    private final ObservableList<Name> trackings = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Name> tracking = new SimpleObjectProperty<>(PreflightQuestion.TRACKING);
    private final ObjectProperty<ScriptOption> option = new SimpleObjectProperty<>(ScriptOption.LEAST);
    private final ObjectProperty<@Nullable PreflightRow> selected = new SimpleObjectProperty<>();
    private final ObservableList<PreflightRow> rows = FXCollections.observableArrayList();
    private boolean filling;
    private boolean refused;

    public PreflightViewModel(AccessReading access, Activity activity) {
        this.access = access;
        this.page = new Reading<>(activity);
        role.subscribe(name -> ask());
        tracking.subscribe(name -> ask());
        page.valueProperty().subscribe(() -> show(page.value()));
        access.follow(this::fill);
    }

    public void choose(Name schema, boolean asked) {
        boolean changed = asked ? chosen.add(schema) : chosen.remove(schema);
        if (changed) {
            ask();
        }
    }

    private void fill(AccessReport report) {
        refused = report.snapshot().version().isCockroach();
        if (refused) {
            page.clear();
            return;
        }
        filling = true;
        Name before = role.get();
        roles.setAll(report.snapshot().catalog().roles().stream()
                .map(Role::name)
                .filter(name -> !name.text().startsWith("pg_"))
                .toList());
        List<Name> there = schemasOf(report);
        chosen.retainAll(there);
        if (chosen.isEmpty()) {
            chosen.addAll(atFirst(there));
        }
        schemas.setAll(there);
        Name tracked = tracking.get();
        trackings.setAll(schemas);
        trackings.add(0, PreflightQuestion.TRACKING);
        tracking.set(tracked != null && trackings.contains(tracked) ? tracked : PreflightQuestion.TRACKING);
        role.set(before != null && roles.contains(before) ? before : migrator(report));
        filling = false;
        ask();
    }

    private static List<Name> schemasOf(AccessReport report) {
        return report.snapshot().of(ObjectKind.SCHEMA).stream()
                .filter(schema -> schema.origin() == ObjectOrigin.USER)
                .map(schema -> Name.of(schema.name()))
                .filter(name -> !name.equals(PreflightQuestion.TRACKING))
                .toList();
    }

    private static List<Name> atFirst(List<Name> there) {
        boolean few = there.size() <= CHOSEN_AT_FIRST || !there.contains(PUBLIC);
        return few ? there.subList(0, Math.min(CHOSEN_AT_FIRST, there.size())) : List.of(PUBLIC);
    }

    /** Whom the resource declares as the application's login, which migrates; else whoever is connected. */
    private Name migrator(AccessReport report) {
        boolean declared = report.declared() instanceof OwnershipModel.Auto auto && roles.contains(auto.appUser());
        return declared && report.declared() instanceof OwnershipModel.Auto auto
                ? auto.appUser()
                : report.snapshot().catalog().server().login();
    }

    private void ask() {
        AccessReport report = access.reading().value();
        Name name = role.get();
        Name tracked = tracking.get();
        if (filling || refused || report == null || name == null || tracked == null) {
            return;
        }
        PreflightQuestion question = new PreflightQuestion(name, List.copyOf(chosen), tracked);
        page.start(
                "asking what " + name.shown() + " may migrate",
                (cancel, progress) -> PreflightPage.of(report, question));
    }

    private void show(@Nullable PreflightPage shown) {
        rows.setAll(shown == null ? List.of() : shown.report().rows());
        selected.set(rows.stream()
                .filter(row -> row.answer() == Answer.NO)
                .findFirst()
                .orElse(rows.isEmpty() ? null : rows.get(0)));
    }

    /** How many of each answer, in one sentence; empty before there is any. */
    public String headline() {
        PreflightPage shown = page.value();
        if (shown == null) {
            return "";
        }
        long unknown = shown.report().count(Answer.CANNOT_TELL);
        return shown.report().question().role().shown() + " may "
                + shown.report().count(Answer.YES) + " of "
                + shown.report().rows().size() + " things a migration tool does"
                + (unknown == 0 ? "" : "; " + unknown + " cannot be told");
    }

    public String script() {
        PreflightPage shown = page.value();
        return shown == null ? "" : shown.scripts().getOrDefault(option.get(), "");
    }

    public String tls() {
        PreflightPage shown = page.value();
        return shown == null ? "" : shown.tls().shown();
    }

    /** True where what was read is a CockroachDB, of which nothing is claimed here. */
    public boolean isRefused() {
        return refused;
    }

    public boolean isChosen(Name schema) {
        return chosen.contains(schema);
    }

    public AccessReading access() {
        return access;
    }

    public Reading<PreflightPage> page() {
        return page;
    }

    public ObservableList<Name> roles() {
        return roles;
    }

    public ObservableList<Name> schemas() {
        return schemas;
    }

    /** Where the tool may keep what was applied: its own default, which need not exist, and every schema that does. */
    public ObservableList<Name> trackings() {
        return trackings;
    }

    public ObjectProperty<@Nullable Name> trackingProperty() {
        return tracking;
    }

    public ObservableList<PreflightRow> rows() {
        return rows;
    }

    public ObjectProperty<@Nullable Name> roleProperty() {
        return role;
    }

    public ObjectProperty<ScriptOption> optionProperty() {
        return option;
    }

    public ObjectProperty<@Nullable PreflightRow> selectedProperty() {
        return selected;
    }
}

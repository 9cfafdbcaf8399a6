package dev.plumbline.ui.privileges;

import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Gap;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.RoleIndex;
import dev.plumbline.operation.AccessReport;
import dev.plumbline.ui.access.AccessReading;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.fx.ActivitySlot;
import dev.plumbline.ui.reading.Reading;
import dev.plumbline.ui.why.AskedQuestion;
import dev.plumbline.ui.why.KnownObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The privileges of one Database's reading by what is chosen and filtered; pages and details are made in the background. */
public final class PrivilegesViewModel {
    /** Staging more at a time than a person can look through would be no choice any more. */
    static final int CELLS_AT_ONCE = 500;

    private final AccessReading access;
    private final BiConsumer<String, String> offer;
    private final Consumer<AskedQuestion> why;
    private final PrivilegesChoice choice = new PrivilegesChoice();
    private final Reading<PrivilegesPage> page;
    private final Reading<CellDetail> detail;
    private final ReadOnlyObjectWrapper<List<SelectedCell>> several = new ReadOnlyObjectWrapper<>(List.of());
    private final ActivitySlot exporting;
    private @Nullable KnownObjects known;

    /** {@code offer} saves a text as a file of a suggested name; {@code why} goes to the answer of a question. */
    public PrivilegesViewModel(
            AccessReading access, BiConsumer<String, String> offer, Consumer<AskedQuestion> why, Activity activity) {
        this.access = access;
        this.offer = offer;
        this.why = why;
        this.page = new Reading<>(activity);
        this.detail = new Reading<>(activity);
        this.exporting = activity.slot();
        choice.whenChanged(this::list);
        access.follow(this::readAnew);
    }

    /** Reads when nothing was read yet. */
    public void open() {
        access.readOnce();
    }

    public void readAgain() {
        access.readAgain();
    }

    private void readAnew(AccessReport report) {
        known = new KnownObjects(report.snapshot());
        closeDetail();
        choice.fillOnce(report.snapshot(), report.declared());
        list();
    }

    private void list() {
        AccessReport report = access.reading().value();
        KnownObjects names = known;
        if (report != null && names != null) {
            PrivilegesQuery query = choice.query();
            page.start(
                    "listing privileges", (cancel, progress) -> PageMaking.of(report, names, query, cancel, progress));
        }
    }

    /** Opens the detail of a cell. */
    public void select(Subject subject, int role) {
        AccessReport report = access.reading().value();
        if (report != null) {
            detail.start(
                    "looking at " + report.snapshot().roles().shown(role) + " on " + subject.shown(),
                    (cancel, progress) -> CellDetail.of(report, subject, role, cancel));
        }
    }

    /** Opens what can be done with several cells; one alone opens its detail. */
    public void select(List<SelectedCell> cells) {
        if (cells.size() == 1) {
            several.set(List.of());
            select(cells.get(0).subject(), cells.get(0).role());
        } else if (cells.size() > 1) {
            detail.clear();
            several.set(
                    cells.size() <= CELLS_AT_ONCE ? List.copyOf(cells) : List.copyOf(cells.subList(0, CELLS_AT_ONCE)));
        }
    }

    /** What can be staged for the several chosen cells, by privilege. */
    List<CellChanges> changesOfSeveral() {
        AccessReport report = access.reading().value();
        return report == null ? List.of() : CellChanges.of(report, several.get());
    }

    /** What can be staged for one privilege of the cell whose detail is shown. */
    Optional<CellChanges> changes(CellDetail cell, Privilege privilege) {
        return Optional.ofNullable(access.reading().value())
                .map(report ->
                        CellChanges.of(report, List.of(new SelectedCell(cell.subject(), cell.role())), privilege));
    }

    public void closeDetail() {
        detail.clear();
        several.set(List.of());
    }

    /** Goes to the Why screen with the detail's role, privilege and subject. */
    public void askWhy(CellDetail cell, Privilege privilege) {
        AccessReport report = access.reading().value();
        if (report != null && report.snapshot().roles().isKnown(cell.role())) {
            why.accept(AskedQuestion.of(
                    report.snapshot().roles().role(cell.role()).name(),
                    privilege,
                    cell.subject().object(),
                    cell.subject().column()));
        }
    }

    /** Offers what is shown as a file. */
    public void export(PrivilegesExport.Format format) {
        PrivilegesPage shown = page.value();
        if (shown != null && shown.mistake().isEmpty()) {
            String name = "privileges-" + access.place().name() + "." + format.ending();
            exporting.<String>start(
                    "writing " + name,
                    (cancel, progress) -> PrivilegesExport.of(shown, format, cancel),
                    outcome -> outcome.ifDone(text -> offer.accept(name, text)));
        }
    }

    public List<String> rolesLike(String typed) {
        if (known == null) {
            return List.of();
        }
        List<String> found = new ArrayList<>(known.rolesLike(typed));
        if ("public".startsWith(typed.strip().toLowerCase(java.util.Locale.ROOT))) {
            found.add(0, "PUBLIC");
        }
        return found;
    }

    public List<String> objectsLike(String typed) {
        return known == null ? List.of() : known.objectsLike(typed);
    }

    /** The schemas of the objects read, as they are shown. */
    public List<String> schemas() {
        return read().flatMap(snapshot -> snapshot.objects().stream())
                .filter(object -> object.schema() != null && object.kind() != ObjectKind.SCHEMA)
                .map(object -> java.util.Objects.requireNonNull(object.schema()).shown())
                .distinct()
                .sorted()
                .toList();
    }

    public List<String> kinds() {
        return Stream.concat(
                        read().flatMap(snapshot -> snapshot.objects().stream()).map(DatabaseObject::kind),
                        read().flatMap(snapshot -> snapshot.columns().stream()).map(column -> ObjectKind.COLUMN))
                .distinct()
                .sorted()
                .map(ObjectKind::word)
                .toList();
    }

    public List<String> privileges() {
        return read().flatMap(snapshot ->
                        Stream.of(ObjectKind.values()).flatMap(kind -> kind.privileges(snapshot.version()).stream()))
                .distinct()
                .sorted()
                .map(Privilege::word)
                .toList();
    }

    private Stream<AccessSnapshot> read() {
        AccessReport report = access.reading().value();
        return report == null ? Stream.empty() : Stream.of(report.snapshot());
    }

    public List<Gap> gaps() {
        return read().flatMap(snapshot -> snapshot.catalog().gaps().stream()).toList();
    }

    /** LOGIN, group, superuser or everybody, in a word. */
    public String roleWord(int role) {
        if (role == RoleIndex.PUBLIC) {
            return "everybody";
        }
        return known == null ? "" : RoleWords.of(known.role(role));
    }

    public PrivilegesChoice choice() {
        return choice;
    }

    public Reading<PrivilegesPage> page() {
        return page;
    }

    public Reading<CellDetail> detail() {
        return detail;
    }

    /** The chosen cells when they are several; empty else. */
    public ReadOnlyObjectProperty<List<SelectedCell>> severalProperty() {
        return several.getReadOnlyProperty();
    }

    public Reading<AccessReport> reading() {
        return access.reading();
    }
}

package dev.plumbline.ui.defaults;

import dev.plumbline.access.defaults.NextObject;
import dev.plumbline.access.defaults.NextProof;
import dev.plumbline.drift.defaults.CellDetail;
import dev.plumbline.drift.defaults.CellState;
import dev.plumbline.drift.defaults.DefaultMatrix;
import dev.plumbline.drift.defaults.MatrixCell;
import dev.plumbline.drift.defaults.MatrixColumn;
import dev.plumbline.drift.defaults.MatrixRow;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.SafeMode;
import dev.plumbline.model.ServerVersion;
import dev.plumbline.operation.AccessReport;
import dev.plumbline.ui.access.AccessReading;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.reading.Reading;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The matrix of one Database, the cell that is opened, and the next object there with its proof. */
public final class DefaultPrivilegesViewModel {
    private final AccessReading source;
    private final DefaultPrivilegesActions actions;
    private final Reading<Computed> computing;
    private final Reading<NextProof> proving;
    private final ReadOnlyObjectWrapper<@Nullable CellDetail> detail = new ReadOnlyObjectWrapper<>();
    private @Nullable Instant seen;
    private @Nullable Problem unpredicted;

    public DefaultPrivilegesViewModel(AccessReading source, DefaultPrivilegesActions actions, Activity activity) {
        this.source = source;
        this.actions = actions;
        this.computing = new Reading<>(activity);
        this.proving = new Reading<>(activity);
        computing.valueProperty().subscribe(this::reopen);
    }

    /** Shows what was read, and reads when nothing was. */
    public void activate() {
        source.readOnce();
        follow();
    }

    public void readAgain() {
        source.readAgain();
    }

    /** Takes over what the shared reading brought, once. */
    public void follow() {
        AccessReport report = source.reading().value();
        if (report != null && !report.readAt().equals(seen)) {
            seen = report.readAt();
            computing.start("comparing default privileges", (cancel, progress) -> Computed.of(report));
        }
    }

    private void reopen() {
        Computed now = computing.value();
        CellDetail before = detail.get();
        if (now == null) {
            return;
        }
        Optional<MatrixCell> same = before == null
                ? Optional.empty()
                : now.matrix().rows().stream()
                        .filter(row -> row.creator().equals(before.cell().row().creator()))
                        .filter(row ->
                                now.matrix().columns().contains(before.cell().column()))
                        .map(row -> now.matrix().cell(row, before.cell().column()))
                        .findFirst();
        same.or(() -> worst(now.matrix())).ifPresentOrElse(cell -> open(cell.row(), cell.column()), this::close);
    }

    /** The first cell of the first creators that differs, else the first with a rule. */
    private static Optional<MatrixCell> worst(DefaultMatrix matrix) {
        return matrix.rows().stream()
                .limit(50)
                .flatMap(row -> matrix.columns().stream().limit(400).map(column -> matrix.cell(row, column)))
                .filter(MatrixCell::isInteresting)
                .min(Comparator.comparing(DefaultPrivilegesViewModel::rank));
    }

    private static int rank(MatrixCell cell) {
        if (cell.state().differs()) {
            return cell.state() == CellState.MISSING ? 0 : 1;
        }
        return cell.chips().isEmpty() ? 3 : 2;
    }

    /** Opens the cell where a creator and a column meet. */
    public void open(MatrixRow row, MatrixColumn column) {
        Computed now = computing.value();
        if (now != null) {
            proving.clear();
            detail.set(CellDetail.of(now.matrix(), now.report().privileges().closure(), row, column));
        }
    }

    public void close() {
        proving.clear();
        detail.set(null);
    }

    /** What would be created in the opened cell; empty where the creator or the schema does not exist, or the rules are unknown. */
    public Optional<NextObject> next() {
        unpredicted = null;
        Computed now = computing.value();
        CellDetail open = detail.get();
        if (now == null || open == null || now.matrix().unknown().isPresent()) {
            return Optional.empty();
        }
        MatrixCell cell = open.cell();
        if (!cell.row().exists() || !cell.column().exists()) {
            return Optional.empty();
        }
        try {
            return Optional.of(now.next()
                    .predict(
                            cell.row().creator(),
                            cell.column().schema(),
                            cell.column().type()));
        } catch (ProblemException untold) {
            unpredicted = untold.problem();
            return Optional.empty();
        }
    }

    /** Why the object that {@link #next} was asked for last cannot be told; null when it can, or when there is none. */
    public @Nullable Problem unpredicted() {
        return unpredicted;
    }

    /** Why the next object cannot be proved now; empty when it can. */
    public String proveRefusal() {
        Computed now = computing.value();
        CellDetail open = detail.get();
        if (now == null || open == null || next().isEmpty()) {
            return "There is nothing to prove.";
        }
        ServerVersion version = now.report().snapshot().version();
        MatrixColumn column = open.cell().column();
        if (version.isCockroach()) {
            return "CockroachDB commits before every DDL statement: a proof by rolling back would apply it.";
        }
        if (actions.mode().get() == SafeMode.READ_ONLY) {
            return "This context is read-only; a proof creates the object before it rolls back.";
        }
        if (column.type() == ObjectType.LARGE_OBJECTS) {
            return "Large objects are predicted only.";
        }
        return column.schema() == null && column.type() != ObjectType.SCHEMAS
                ? "Open a cell of one schema: the object must be made somewhere."
                : "";
    }

    public void prove() {
        Computed now = computing.value();
        if (now != null && proveRefusal().isEmpty()) {
            next().ifPresent(next -> proving.start(
                    "proving the next object of " + next.creator().shown(),
                    actions.prove().apply(now.report(), next)));
        }
    }

    public Reading<AccessReport> reading() {
        return source.reading();
    }

    public Reading<Computed> computing() {
        return computing;
    }

    public Reading<NextProof> proving() {
        return proving;
    }

    public @Nullable DefaultMatrix matrix() {
        Computed now = computing.value();
        return now == null ? null : now.matrix();
    }

    public ReadOnlyObjectProperty<@Nullable CellDetail> detailProperty() {
        return detail.getReadOnlyProperty();
    }

    public String name() {
        return source.place().name();
    }
}

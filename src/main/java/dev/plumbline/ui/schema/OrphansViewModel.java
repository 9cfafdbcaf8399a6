package dev.plumbline.ui.schema;

import dev.plumbline.job.Work;
import dev.plumbline.model.Visible;
import dev.plumbline.model.structure.TableSize;
import dev.plumbline.operation.SchemaReports;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.reading.Reading;
import dev.plumbline.ui.text.CountWords;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The tables of one namespace that no SchemaDefinition claims. {@code setAside} goes to the plan for one of them. */
public final class OrphansViewModel {
    private final String namespace;
    private final Work<SchemaReports> check;
    private final Supplier<Instant> changedAt;
    private final Consumer<Orphan> setAside;
    private final Reading<SchemaReports> reading;

    public OrphansViewModel(
            String namespace,
            Work<SchemaReports> check,
            Supplier<Instant> changedAt,
            Consumer<Orphan> setAside,
            Activity activity) {
        this.namespace = Visible.text(namespace);
        this.check = check;
        this.changedAt = changedAt;
        this.setAside = setAside;
        this.reading = new Reading<>(activity);
    }

    void readWhenOutdated() {
        SchemaReports read = reading.value();
        boolean changed = read != null && changedAt.get().isAfter(read.at());
        if (reading.phase() == Reading.Phase.EMPTY
                || changed && !reading.phase().isRunning()) {
            readAgain();
        }
    }

    void readAgain() {
        reading.start(Texts.get("orphans.doing", namespace), check);
    }

    String headline() {
        SchemaReports read = reading.value();
        return read == null
                ? Texts.get("orphans.headline", namespace)
                : Texts.get(
                        "orphans.headline.found", CountWords.of(read.orphans().size(), "table", "tables"), namespace);
    }

    void setAside(TableSize table) {
        setAside.accept(new Orphan(table.schema(), table.table()));
    }

    Reading<SchemaReports> reading() {
        return reading;
    }
}

package dev.plumbline.ui.schema;

import dev.plumbline.drift.velocity.QuarantineName;
import dev.plumbline.job.Work;
import dev.plumbline.model.RefusedName;
import dev.plumbline.model.Visible;
import dev.plumbline.model.structure.TableSize;
import dev.plumbline.operation.SchemaReports;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.reading.Reading;
import dev.plumbline.ui.text.CountWords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The tables of one namespace that no SchemaDefinition claims. {@code setAside} goes to the plan for one of them, {@code bringBack} to the one for a table that was set aside. */
public final class OrphansViewModel {
    private final String namespace;
    private final Work<SchemaReports> check;
    private final Supplier<Instant> changedAt;
    private final Consumer<Orphan> setAside;
    private final Consumer<Aside> bringBack;
    private final Reading<SchemaReports> reading;

    public OrphansViewModel(
            String namespace,
            Work<SchemaReports> check,
            Supplier<Instant> changedAt,
            Consumer<Orphan> setAside,
            Consumer<Aside> bringBack,
            Activity activity) {
        this.namespace = Visible.text(namespace);
        this.check = check;
        this.changedAt = changedAt;
        this.setAside = setAside;
        this.bringBack = bringBack;
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
        if (read == null) {
            return Texts.get("orphans.headline", namespace);
        }
        String orphans = CountWords.of(read.orphans().size(), "table", "tables");
        return read.aside().isEmpty()
                ? Texts.get("orphans.headline.found", orphans, namespace)
                : Texts.get(
                        "orphans.headline.aside",
                        orphans,
                        namespace,
                        read.aside().size());
    }

    void setAside(TableSize table) {
        setAside.accept(new Orphan(table.schema(), table.table()));
    }

    /** Those that nobody claims, then those that were set aside earlier. */
    static List<TableSize> tables(SchemaReports read) {
        List<TableSize> all = new ArrayList<>(read.orphans());
        all.addAll(read.aside());
        return all;
    }

    static boolean isAside(TableSize table) {
        return table.schema().text().equals(QuarantineName.QUARANTINE);
    }

    /** Where a table that was set aside came from, as far as its name tells: one that was cut tells no more than the schema. */
    static String place(TableSize table) {
        return QuarantineName.read(table.table())
                .map(QuarantineName::written)
                .orElseGet(() -> QuarantineName.begin(table.table()));
    }

    /** @param to as a person writes it; nothing happens for what is not schema.table */
    void bringBack(TableSize table, String to) {
        asPlace(to).ifPresent(place -> bringBack.accept(new Aside(table.table(), place)));
    }

    static boolean isPlace(String to) {
        return asPlace(to).isPresent();
    }

    /** A name that no server could store is no place. */
    private static Optional<QuarantineName> asPlace(String to) {
        try {
            return QuarantineName.written(to.strip());
        } catch (RefusedName tooLong) {
            return Optional.empty();
        }
    }

    Reading<SchemaReports> reading() {
        return reading;
    }
}

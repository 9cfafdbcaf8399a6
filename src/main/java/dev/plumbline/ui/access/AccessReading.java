package dev.plumbline.ui.access;

import dev.plumbline.job.Work;
import dev.plumbline.model.DatabasePlace;
import dev.plumbline.model.Visible;
import dev.plumbline.operation.AccessReport;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.reading.Reading;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** One reading of a Database's access side for all the screens that show it: whoever comes first reads, the others see what is there. */
public final class AccessReading {
    private final DatabasePlace place;
    private final Work<AccessReport> work;
    private final Reading<AccessReport> reading;

    private AccessReading(DatabasePlace place, Work<AccessReport> work, Activity activity) {
        this.place = place;
        this.work = work;
        this.reading = new Reading<>(activity);
    }

    /** Gives each Database its one reading. */
    public static Function<DatabasePlace, AccessReading> shared(
            Function<DatabasePlace, Work<AccessReport>> read, Activity activity) {
        Map<DatabasePlace, AccessReading> readings = new HashMap<>();
        return place -> readings.computeIfAbsent(place, first -> new AccessReading(first, read.apply(first), activity));
    }

    /** Reads when nothing was read yet and nothing is being read. */
    public void readOnce() {
        if (reading.value() == null && !reading.phase().isRunning()) {
            readAgain();
        }
    }

    public void readAgain() {
        reading.start("reading who may do what in " + Visible.text(place.name()), work);
    }

    /** The database was changed from here: what was read before is read again, what was not is left until somebody looks. */
    public void changed() {
        if (reading.value() != null || reading.phase().isRunning()) {
            readAgain();
        }
    }

    /** Tells what was read: at once when another screen read it already, and after each reading. */
    public void follow(Consumer<AccessReport> told) {
        Runnable tell = () -> Optional.ofNullable(reading.value()).ifPresent(told);
        reading.valueProperty().subscribe(tell);
        tell.run();
    }

    public Reading<AccessReport> reading() {
        return reading;
    }

    public DatabasePlace place() {
        return place;
    }
}

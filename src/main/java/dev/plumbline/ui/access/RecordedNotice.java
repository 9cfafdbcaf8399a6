package dev.plumbline.ui.access;

import dev.plumbline.operation.AccessReport;
import dev.plumbline.ui.fx.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Says above the screens of a CockroachDB database that what they know of it is taken from its documentation; not there for PostgreSQL. */
public final class RecordedNotice extends Label {
    private RecordedNotice() {
        super(Texts.get("recorded.cockroach"));
        setId("recorded");
        setWrapText(true);
        setMinHeight(Region.USE_PREF_SIZE);
        setMaxWidth(Double.MAX_VALUE);
        getStyleClass().addAll("warning-text", "small", "recorded");
        show(false);
    }

    public static RecordedNotice of(AccessReading access) {
        RecordedNotice notice = new RecordedNotice();
        access.follow(notice::show);
        return notice;
    }

    private void show(AccessReport report) {
        show(report.snapshot().version().isCockroach());
    }

    private void show(boolean there) {
        setVisible(there);
        setManaged(there);
    }
}

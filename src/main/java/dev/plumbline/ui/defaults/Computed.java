package dev.plumbline.ui.defaults;

import dev.plumbline.access.defaults.NextObjects;
import dev.plumbline.drift.defaults.DefaultMatrix;
import dev.plumbline.operation.AccessReport;

/** What the screen shows of one reading, computed in the background. */
record Computed(AccessReport report, DefaultMatrix matrix, NextObjects next) {
    static Computed of(AccessReport report) {
        return new Computed(
                report,
                DefaultMatrix.of(report.snapshot(), report.privileges(), report.declared()),
                NextObjects.of(report.snapshot(), report.privileges()));
    }
}

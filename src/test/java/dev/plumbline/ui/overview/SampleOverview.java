package dev.plumbline.ui.overview;

import dev.plumbline.drift.OperatorForecast.ResourcePatch;
import dev.plumbline.job.JobRunner;
import dev.plumbline.job.Work;
import dev.plumbline.model.SafeMode;
import dev.plumbline.operation.OwnershipReport;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.sample.SampleReports;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/** An overview wired to work that a test decides on, with a clock that stands until it is moved. */
final class SampleOverview {
    final List<OwnershipReport> told = new ArrayList<>();
    final List<ResourcePatch> patched = new ArrayList<>();
    final List<String> went = new ArrayList<>();
    SafeMode mode = SafeMode.CONFIRM;
    Work<OwnershipReport> read = (cancel, progress) -> SampleReports.drifted();
    Instant changedAt = Instant.EPOCH;
    Duration passed = Duration.ofSeconds(12);

    OverviewViewModel atOnce() {
        return on(Runnable::run, Runnable::run);
    }

    OverviewViewModel on(Executor background, Executor window) {
        Activity activity = new Activity(new JobRunner(background, window), Clock.systemUTC());
        OverviewActions actions = new OverviewActions(
                (cancel, progress) -> read.run(cancel, progress),
                (report, patch) -> (cancel, progress) -> patched.add(patch),
                report -> went.add("export"),
                () -> went.add("review"),
                () -> changedAt,
                () -> mode);
        return new OverviewViewModel("billing", actions, told::add, activity, new MovedClock());
    }

    private final class MovedClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return SampleReports.READ_AT.plus(passed);
        }
    }
}

package dev.plumbline.ui.fx;

import dev.plumbline.job.JobRunner;
import dev.plumbline.job.JobSlot;
import dev.plumbline.model.Problem;
import java.time.Clock;
import java.time.Instant;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Everything that runs now and the problems met lately, for the strip at the window's foot. Used on the window's thread only. */
public final class Activity {
    private static final int KEPT = 100;
    private final JobRunner runner;
    private final Clock clock;
    private final ObservableList<RunningJob> running = FXCollections.observableArrayList();
    private final ObservableList<Met> met = FXCollections.observableArrayList();

    /** A problem and when it was met. */
    public record Met(Instant at, Problem problem) {}

    public Activity(JobRunner runner, Clock clock) {
        this.runner = runner;
        this.clock = clock;
    }

    /** A place for one screen area's work; what starts there anew takes the place of what ran. */
    public ActivitySlot slot() {
        return new ActivitySlot(this, new JobSlot(runner));
    }

    /** What runs now, oldest first; not to be changed by others. */
    public ObservableList<RunningJob> running() {
        return running;
    }

    /** The problems met lately, newest first; not to be changed by others. */
    public ObservableList<Met> met() {
        return met;
    }

    public void report(Problem problem) {
        met.add(0, new Met(clock.instant(), problem));
        if (met.size() > KEPT) {
            met.remove(KEPT, met.size());
        }
    }

    public void forgetProblems() {
        met.clear();
    }

    RunningJob begin(String title, Runnable stop) {
        RunningJob job = new RunningJob(title, clock.millis(), stop);
        running.add(job);
        return job;
    }

    void end(RunningJob job) {
        job.end();
        running.remove(job);
    }
}

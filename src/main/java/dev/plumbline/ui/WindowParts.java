package dev.plumbline.ui;

import dev.plumbline.job.JobRunner;
import dev.plumbline.ui.estate.EstateActions;
import dev.plumbline.ui.fx.LayoutMemory;
import dev.plumbline.ui.fx.Screens;
import dev.plumbline.ui.fx.Surroundings;
import dev.plumbline.ui.settings.SettingsActions;
import java.time.Clock;
import java.util.function.Function;

/** What the window is given. {@code features} makes the screens of Database resources; the estate's own are the window's. */
public record WindowParts(
        JobRunner jobs,
        EstateActions estate,
        SettingsActions settings,
        Function<Surroundings, Screens> features,
        LayoutMemory memory,
        Clock clock) {}

package dev.plumbline.ui.settings;

import dev.plumbline.job.Work;
import dev.plumbline.model.ContextEntry.ExecCommand;
import java.util.List;
import java.util.function.Function;

/** What the settings can show and undo. {@code folder} is where journal and settings are kept. */
public record SettingsActions(
        Work<List<ExecCommand>> approved, Function<ExecCommand, Work<ExecCommand>> withdraw, String folder) {}

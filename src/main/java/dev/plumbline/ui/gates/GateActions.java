package dev.plumbline.ui.gates;

import dev.plumbline.job.Work;
import dev.plumbline.operation.GatesReport;
import java.util.function.Consumer;

/** What the screen of a DBUpgrade sets going: {@code told} hears each reading, {@code compose} goes to where a new one is written. */
public record GateActions(Work<GatesReport> check, Consumer<GatesReport> told, Runnable compose) {}

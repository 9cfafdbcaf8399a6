package dev.plumbline.runbook.step;

/** Hears a step as it runs, from any thread. */
@FunctionalInterface
public interface StepListener {
    StepListener NONE = sentence -> {};

    void heard(String sentence);
}

package dev.plumbline.runbook.lint;

import java.util.List;

/** One rule, which gives one code and keeps nothing. */
public interface RunbookRule {
    RunbookCode code();

    List<Found> look(Subject subject);
}

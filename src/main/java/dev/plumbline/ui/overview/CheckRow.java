package dev.plumbline.ui.overview;

import dev.plumbline.drift.CheckResult;
import dev.plumbline.drift.State;
import dev.plumbline.model.Visible;

/** One line of the checks table; every text is safe to show. */
public record CheckRow(CheckResult result, String statusSays) {
    public State state() {
        return result.state();
    }

    public String title() {
        return Visible.text(result.title());
    }

    public String subject() {
        return Visible.text(result.subject());
    }

    public String declared() {
        return Visible.text(result.expected());
    }

    public String catalog() {
        return Visible.text(result.actual());
    }

    public String badge() {
        return Visible.text(result.verdict());
    }

    /** Check and subject in one text, as it is copied. */
    public String checkAndSubject() {
        return title() + " · " + subject();
    }
}

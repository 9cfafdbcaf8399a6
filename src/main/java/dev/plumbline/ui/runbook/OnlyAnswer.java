package dev.plumbline.ui.runbook;

import java.util.List;
import java.util.Optional;

/** The answer that stands in a field by itself: the only one that there is, where one is needed and nobody wrote any. Of a list that may lack something none is taken. */
final class OnlyAnswer {
    private final boolean isNeeded;
    private String taken = "";

    OnlyAnswer(boolean isNeeded) {
        this.isNeeded = isNeeded;
    }

    /** What is to stand in the field now that this is offered, where that is something else than {@code value}; an answer of before goes with its list. */
    Optional<String> of(Offer offer, String value) {
        boolean isFree = value.isEmpty() || value.equals(taken);
        if (!isNeeded || !isFree || !offer.isAll()) {
            return Optional.empty();
        }
        List<String> names = offer.names();
        taken = names.size() == 1 ? names.get(0) : names.contains(value) ? value : "";
        return taken.equals(value) ? Optional.empty() : Optional.of(taken);
    }

    boolean isTaken(Offer offer, String value) {
        return !taken.isEmpty()
                && taken.equals(value)
                && offer.isAll()
                && offer.names().size() == 1;
    }
}

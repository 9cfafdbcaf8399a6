package dev.plumbline.ui.estate;

import dev.plumbline.model.EstateResource;
import dev.plumbline.ui.control.DotState;
import dev.plumbline.ui.fx.CheckedStates.Checked;
import dev.plumbline.ui.fx.Texts;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a resource's dot shows, and whose word that is: the latest check's, or only its status'. */
record StatusWord(DotState dot, int differing, String words) {
    static StatusWord of(EstateResource resource, @Nullable Checked checked) {
        if (checked != null) {
            DotState dot = DotState.of(checked.state());
            return new StatusWord(
                    dot, checked.differing(), Texts.get("estate.checked", dot.words(), checked.differing()));
        }
        DotState dot = fromStatus(resource);
        String phase = resource.phase().isEmpty() ? Texts.get("estate.noPhase") : resource.phase();
        return new StatusWord(dot, 0, Texts.get("estate.statusSays", phase, dot.words()));
    }

    private static DotState fromStatus(EstateResource resource) {
        if (resource.driftDetected()) {
            return DotState.CHANGED;
        }
        return switch (resource.phase().toLowerCase(Locale.ROOT)) {
            case "ready", "completed", "succeeded", "applied" -> DotState.OK;
            case "failed", "error", "rolledback" -> DotState.FAILED;
            default -> DotState.UNKNOWN;
        };
    }
}

package dev.plumbline.ui.estate;

import dev.plumbline.drift.gate.UpgradePhase;
import dev.plumbline.model.EstateResource;
import dev.plumbline.ui.control.DotState;
import dev.plumbline.ui.fx.CheckedStates;
import dev.plumbline.ui.fx.CheckedStates.Checked;
import dev.plumbline.ui.fx.Texts;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a resource's dot shows, and whose word that is: the latest check's, or only its status'. */
record StatusWord(DotState dot, int differing, String words) {
    static StatusWord known(EstateResource resource, CheckedStates known) {
        String reason = known.reasons().get(resource.ref());
        return resource.kind().equals(EstateTree.DB_UPGRADE)
                ? upgrade(resource, reason)
                : of(resource, known.states().get(resource.ref()));
    }

    private static StatusWord upgrade(EstateResource resource, @Nullable String computed) {
        String reason = computed == null ? resource.phase() : computed;
        DotState dot = DotState.of(UpgradePhase.of(reason));
        String shown = reason.isEmpty() ? Texts.get("estate.noPhase") : reason;
        String key = computed == null ? "estate.statusSays" : "estate.computed";
        return new StatusWord(dot, 0, Texts.get(key, shown, dot.words()));
    }

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

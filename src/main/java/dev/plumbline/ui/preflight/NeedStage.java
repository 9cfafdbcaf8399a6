package dev.plumbline.ui.preflight;

import dev.plumbline.access.change.AccessChange;
import dev.plumbline.access.preflight.Need;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.staging.StageButton;
import dev.plumbline.ui.staging.Stager;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The button that stages what is missing, as far as it is made of changes; it says when that is not all. */
final class NeedStage {
    private NeedStage() {}

    /** Empty when nothing of it can be staged. */
    static Optional<StageButton> of(List<Need> needs, AccessSnapshot snapshot, Stager stager, String what) {
        List<AccessChange> changes = needs.stream()
                .map(Need::change)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        long all = needs.stream().map(Need::sql).distinct().count();
        StageButton button = new StageButton(stager, snapshot, changes, what);
        if (changes.size() < all) {
            button.labelled(Texts.get("preflight.stage.some", changes.size(), all));
        }
        return Optional.of(button);
    }
}

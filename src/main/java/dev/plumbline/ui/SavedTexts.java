package dev.plumbline.ui;

import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.fx.ActivitySlot;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** Texts and pictures that a person takes away as files: asks where to, then writes in the background; a failure is listed in the activity. */
final class SavedTexts {
    private final ActivitySlot slot;
    private final Function<String, Optional<Path>> choose;

    /** {@code choose} asks where a file of this suggested name goes; empty when nowhere. */
    SavedTexts(Activity activity, Function<String, Optional<Path>> choose) {
        this.slot = activity.slot();
        this.choose = choose;
    }

    void offer(String suggestedName, String text) {
        offerBytes(suggestedName, text.getBytes(StandardCharsets.UTF_8));
    }

    void offerBytes(String suggestedName, byte[] content) {
        choose.apply(suggestedName)
                .ifPresent(file -> slot.<Path>start(
                        "saving " + file.getFileName(),
                        (cancel, progress) -> Files.write(file, content),
                        outcome -> {}));
    }
}

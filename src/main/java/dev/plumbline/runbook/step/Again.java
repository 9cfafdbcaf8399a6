package dev.plumbline.runbook.step;

import dev.plumbline.runbook.document.StepClass;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a step that was interrupted shows when it is previewed anew. */
final class Again {
    /** What has to be allowed, and what marks a step that was sent on that word. */
    static final String KEY = "again";

    private Again() {}

    /** It took effect, so that nothing is sent; what is to verify it is still asked. */
    static Prepared nothing(Preview preview, String how, Map<String, String> promised) {
        List<String> lines = new ArrayList<>(List.of(how + " Nothing is sent again."));
        Preview already = new Preview(
                Verdict.ALREADY_SO,
                preview.stepClass(),
                preview.target(),
                preview.command(),
                lines,
                Map.of(),
                preview.typed(),
                Digest.of(preview.digest(), "already"),
                preview.at());
        return Preparing.of(
                already,
                Map.of(),
                promised,
                (approval, listener, token) -> new Ran(
                        "it took effect before it was interrupted, nothing was sent again", lines, promised, false));
    }

    /** Nobody can tell whether it took effect: that it is sent twice is allowed by itself, as what destroys something is. */
    static Preview asked(Preview preview, String why) {
        List<String> lines = new ArrayList<>(List.of(why));
        lines.addAll(preview.lines());
        Map<String, String> destructive = new LinkedHashMap<>(preview.destructive());
        destructive.put(KEY, "Send it again, although it may have taken effect already");
        return new Preview(
                preview.verdict(),
                StepClass.DESTRUCTIVE,
                preview.target(),
                preview.command(),
                lines,
                destructive,
                preview.typed(),
                Digest.of(preview.digest(), KEY),
                preview.at());
    }
}

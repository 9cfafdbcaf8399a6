package dev.plumbline.runbook.run;

import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.Placeholder;

/** What an {@code approve} asks to be typed letter by letter. Such a step is not skipped: it is the yes to what was not done. */
public final class TypedWords {
    private TypedWords() {}

    /** With inputs and captures put in, those without a value left as they are written; empty where nothing is to be typed. */
    public static String of(Block block, RunState state) {
        String template = block.text(Block.TYPED);
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (Placeholder each : Placeholder.in(template)) {
            text.append(template, at, each.from())
                    .append(state.variables().getOrDefault(each.name(), template.substring(each.from(), each.to())));
            at = each.to();
        }
        return text.append(template.substring(at)).toString();
    }
}

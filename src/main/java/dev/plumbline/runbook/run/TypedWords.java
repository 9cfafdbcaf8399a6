package dev.plumbline.runbook.run;

import dev.plumbline.runbook.document.Block;

/** What an {@code approve} asks to be typed letter by letter. Such a step is not skipped: it is the yes to what was not done. */
public final class TypedWords {
    private TypedWords() {}

    /** With inputs and captures put in, those without a value left as they are written; empty where nothing is to be typed. */
    public static String of(Block block, RunState state) {
        return AskedAbout.words(block.text(Block.TYPED), state.variables());
    }
}

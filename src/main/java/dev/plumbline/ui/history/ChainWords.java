package dev.plumbline.ui.history;

import dev.plumbline.model.Visible;
import dev.plumbline.operation.ChainState;
import dev.plumbline.ui.control.Tone;
import dev.plumbline.ui.text.CountWords;

/** The state of the journal's hash chain on a badge. */
record ChainWords(String text, Tone tone) {
    static ChainWords of(ChainState chain) {
        return chain.holds()
                ? new ChainWords("chain verified ✓ " + CountWords.of(chain.verified(), "entry", "entries"), Tone.OK)
                : new ChainWords("chain broken ✕ " + Visible.text(chain.broken()), Tone.DANGER);
    }
}

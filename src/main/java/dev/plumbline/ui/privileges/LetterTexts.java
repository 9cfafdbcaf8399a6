package dev.plumbline.ui.privileges;

import java.util.HashMap;
import java.util.Map;

/** The few texts that a matrix is made of, each written once. Used on the window's thread only. */
final class LetterTexts {
    private final Map<Letters, String> texts = new HashMap<>();

    private record Letters(long held, long grantable) {}

    String of(long held, long grantable) {
        return texts.computeIfAbsent(
                new Letters(held, held & grantable),
                letters -> held == 0 ? "·" : HolderLine.letters(letters.held(), letters.grantable()));
    }
}

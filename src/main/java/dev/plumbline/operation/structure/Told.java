package dev.plumbline.operation.structure;

import java.util.List;

/** Lists that may be long, in one sentence. */
final class Told {
    private static final int MOST = 20;

    private Told() {}

    static String few(List<String> all) {
        String first = String.join("; ", all.subList(0, Math.min(MOST, all.size())));
        return all.size() > MOST ? first + "; and " + (all.size() - MOST) + " more" : first;
    }
}

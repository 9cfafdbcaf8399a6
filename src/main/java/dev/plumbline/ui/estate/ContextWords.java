package dev.plumbline.ui.estate;

import dev.plumbline.model.Problem;
import dev.plumbline.ui.fx.Destination;
import dev.plumbline.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;

/** What the tree says of a context in a word or two: beside its name, and in lines under it. */
final class ContextWords {
    private ContextWords() {}

    /** The count of its resources, or why there is none. */
    static String beside(ContextState state, String counted) {
        if (state.needsApproval()) {
            return Texts.get("estate.needsApproval");
        }
        return switch (state.phase()) {
            case FAILED ->
                Texts.get("estate.failed." + state.problem().map(Problem::kind).orElse(Problem.Kind.SERVER));
            case UNREAD -> "";
            case LOADING -> state.estate().isPresent() ? counted : "";
            case READ -> counted;
        };
    }

    static List<EstateNode> under(ContextState state, String key, boolean nothing) {
        Destination here = new Destination.Context(state.entry().name());
        List<EstateNode> notices = new ArrayList<>();
        String first = first(state, nothing);
        if (!first.isEmpty()) {
            notices.add(EstateNode.notice(key, first, here));
        }
        state.estate().stream()
                .flatMap(estate -> estate.problems().stream())
                .map(Problem::kind)
                .distinct()
                .forEach(kind -> notices.add(EstateNode.notice(key, Texts.get("estate.partly." + kind), here)));
        return notices;
    }

    private static String first(ContextState state, boolean nothing) {
        if (!nothing || state.needsApproval()) {
            return "";
        }
        return switch (state.phase()) {
            case UNREAD, LOADING -> Texts.get("estate.reading");
            case FAILED -> "";
            case READ -> Texts.get(state.isInstalled() ? "estate.empty" : "estate.notInstalled");
        };
    }
}

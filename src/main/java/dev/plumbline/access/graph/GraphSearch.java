package dev.plumbline.access.graph;

import dev.plumbline.access.EffectivePrivileges;
import dev.plumbline.model.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The language of the search field. {@code role:x} roles whose name holds x; {@code schema:y} what lives in such a schema and who owns it or was granted
 * something on it; {@code path:a->b} all memberships that lead from a to b, a role or an object; {@code can:select orders} who effectively holds a privilege;
 * other words are looked for in names and in the lines beneath. Several words narrow; quotes hold a name with blanks together.
 */
public final class GraphSearch {
    private static final Pattern WORD = Pattern.compile("(?:[a-z]+:)?\"[^\"]*\"?|\\S+");
    private final AccessGraph graph;
    private final EffectivePrivileges privileges;

    public GraphSearch(AccessGraph graph, EffectivePrivileges privileges) {
        this.graph = graph;
        this.privileges = privileges;
    }

    public Found find(String asked) {
        String text = asked.strip();
        if (text.isEmpty()) {
            return Found.EVERYTHING;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith("path:")) {
            return PathSearch.find(graph, text.substring("path:".length()));
        }
        if (lower.startsWith("can:")) {
            return HolderSearch.find(graph, privileges, text.substring("can:".length()));
        }
        Lights lights = null;
        for (String word : words(text)) {
            Lights ofWord = ofWord(word);
            if (lights == null) {
                lights = ofWord;
            } else {
                lights.narrow(ofWord);
            }
        }
        if (lights == null || lights.size() == 0) {
            return Found.nothing("Nothing holds “" + Visible.text(text) + "”.");
        }
        lights.edgesAmong();
        return lights.found(List.of(), RoleWords.counted(lights.size(), "match").replace("matchs", "matches"));
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(word.group());
        }
        return words;
    }

    private Lights ofWord(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.startsWith("role:")) {
            return ofRole(unquoted(lower.substring("role:".length())));
        }
        if (lower.startsWith("schema:")) {
            return ofSchema(unquoted(lower.substring("schema:".length())));
        }
        Lights lights = ofRole(unquoted(lower));
        for (int place = 0; place < graph.nodes().size(); place++) {
            GraphNode node = graph.nodes().get(place);
            if (holds(node.name() + " " + node.shown() + " " + node.detail(), unquoted(lower))) {
                lights.node(place);
            }
        }
        return lights;
    }

    private Lights ofRole(String part) {
        Lights lights = new Lights(graph);
        for (int place = 0; place < graph.nodes().size(); place++) {
            GraphNode node = graph.nodes().get(place);
            boolean named = node.kind() != NodeKind.TARGET && !node.kind().isBundle() && holds(node.name(), part);
            boolean within = node.kind().isBundle()
                    && node.roles().stream()
                            .anyMatch(role -> holds(
                                    graph.snapshot().roles().role(role).name().text(), part));
            if (named || within) {
                lights.node(place);
            }
        }
        return lights;
    }

    private Lights ofSchema(String part) {
        Lights lights = new Lights(graph);
        for (int place = 0; place < graph.nodes().size(); place++) {
            GraphTarget target = graph.nodes().get(place).target();
            if (target != null && !target.schema().isEmpty() && holds(target.schema(), part)) {
                lights.node(place);
                for (int edge : graph.entering(place)) {
                    lights.node(graph.edges().get(edge).from());
                }
            }
        }
        return lights;
    }

    static boolean holds(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part);
    }

    static String unquoted(String word) {
        return word.startsWith("\"") ? word.substring(1).replace("\"", "") : word;
    }
}

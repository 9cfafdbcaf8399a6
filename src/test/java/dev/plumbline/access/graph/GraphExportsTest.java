package dev.plumbline.access.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.model.Name;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.RefusedName;
import dev.plumbline.testing.Oracles;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Every export of a usual graph, and of one with names that try to break out of it. */
class GraphExportsTest {
    private static final Pattern DOT_LINE =
            Pattern.compile("^(digraph roles \\{|\\s*\\}|\\s*rankdir=LR;|\\s*node \\[shape=box, style=rounded\\];"
                    + "|\\s*subgraph cluster_\\w+ \\{|\\s*label=\"[^\"]*\";"
                    + "|\\s*n\\d+ \\[label=\"(?:[^\"\\\\]|\\\\.)*\"(?:, peripheries=2)?\\];"
                    + "|\\s*n\\d+ -> n\\d+ \\[label=\"(?:[^\"\\\\]|\\\\.)*\"(?:, style=dashed)?\\];)$");
    private static final Pattern MERMAID_LINE =
            Pattern.compile("^(flowchart LR|\\s*end|\\s*subgraph lane\\w+\\[\"[^\"\\[\\]]*\"\\]"
                    + "|\\s*n\\d+\\[{1,2}\"[\\w ,.#;]*<br/>[\\w ,.#;]*\"\\]{1,2}"
                    + "|\\s*n\\d+ -\\.?-?>?->?\\|\"[\\w ,.#;]*\"\\| n\\d+)$");

    static Stream<AccessGraph> graphs() throws IOException {
        return Stream.of(
                AccessGraph.of(GraphWorlds.small().snapshot(), GraphWorlds.BILLING),
                AccessGraph.of(GraphWorlds.hostile(names()).snapshot(), new OwnershipModel.None()));
    }

    private static List<String> names() throws IOException {
        JsonNode entries = new ObjectMapper()
                .readTree(Oracles.folder("hostile-identifiers")
                        .resolve("hostile_identifiers.json")
                        .toFile());
        List<String> names = new ArrayList<>();
        StreamSupport.stream(entries.spliterator(), false)
                .map(entry -> entry.get("value").asText())
                .filter(GraphExportsTest::isStored)
                .forEach(names::add);
        names.add("]]></title><script>alert(1)</script>");
        names.add("\"] --> n0 click n0 call alert()");
        assertThat(names).hasSizeGreaterThan(60);
        return names.stream().distinct().toList();
    }

    private static boolean isStored(String name) {
        try {
            return !Name.of(name).text().equals("postgres");
        } catch (RefusedName refused) {
            return false;
        }
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void svgIsWellFormedHoldsEveryNameAndNothingActive(AccessGraph graph) throws Exception {
        String svg = GraphSvg.write(LayeredLayout.of(graph), Overlay.DIFF);
        Document parsed =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        NodeList all = parsed.getElementsByTagName("*");
        for (int at = 0; at < all.getLength(); at++) {
            Node element = all.item(at);
            assertThat(element.getNodeName()).isIn("svg", "g", "rect", "path", "text", "title");
            for (int attribute = 0; attribute < element.getAttributes().getLength(); attribute++) {
                assertThat(element.getAttributes().item(attribute).getNodeName())
                        .doesNotStartWith("on")
                        .isNotIn("href", "xlink:href", "style");
            }
        }
        NodeList titles = parsed.getElementsByTagName("title");
        List<String> words = new ArrayList<>();
        for (int at = 0; at < titles.getLength(); at++) {
            words.add(titles.item(at).getTextContent());
        }
        graph.nodes().forEach(node -> assertThat(words).contains(node.shown() + " · " + node.detail()));
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void jsonKeepsNamesAsStoredAndItsIdsAreUnique(AccessGraph graph) throws Exception {
        JsonNode json = new ObjectMapper().readTree(GraphJson.write(graph));
        List<String> ids = new ArrayList<>();
        List<String> names = new ArrayList<>();
        json.get("nodes").forEach(node -> {
            ids.add(node.get("id").asText());
            names.add(node.get("name").asText());
        });
        assertThat(ids).doesNotHaveDuplicates().hasSize(graph.nodes().size());
        assertThat(names)
                .containsExactlyElementsOf(
                        graph.nodes().stream().map(GraphNode::name).toList());
        json.get("edges")
                .forEach(edge -> assertThat(ids)
                        .contains(edge.get("from").asText(), edge.get("to").asText()));
        List<String> edges = new ArrayList<>();
        json.get("edges").forEach(edge -> edges.add(edge.get("id").asText()));
        assertThat(edges).doesNotHaveDuplicates().hasSize(graph.edges().size());
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void dotAndMermaidHaveOnlyLinesOfTheirGrammar(AccessGraph graph) {
        List<String> dot = GraphDot.write(graph).lines().toList();
        assertThat(dot).allMatch(line -> DOT_LINE.matcher(line).matches());
        List<String> mermaid = GraphMermaid.write(graph).lines().toList();
        assertThat(mermaid).allMatch(line -> MERMAID_LINE.matcher(line).matches());
        assertThat(dot.stream().filter(line -> line.contains(" -> ")))
                .hasSize(graph.edges().size());
        assertThat(mermaid.stream().filter(line -> line.contains("| n")))
                .hasSize(graph.edges().size());
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void theTreeNamesEveryNodeOnLinesOfItsOwn(AccessGraph graph) {
        List<String> lines = GraphTree.write(graph);
        graph.nodes().forEach(node -> assertThat(lines).anyMatch(line -> line.contains(node.shown())));
        assertThat(lines).noneMatch(line -> line.codePoints().anyMatch(Character::isISOControl));
    }

    @Test
    void theTreeReadsFromLoginsToWhatTheyReach() {
        AccessGraph graph = AccessGraph.of(GraphWorlds.small().snapshot(), GraphWorlds.BILLING);
        assertThat(GraphTree.write(graph))
                .containsSequence(
                        "app_v2  login",
                        "├─ in [I] billing_readers  group · 2 members",
                        "│  ├─ U on schema ledger  of db_billing_owner",
                        "│  └─ r on ledger.tables[31]  of db_billing_owner",
                        "└─ in [I S] billing_writers  group · 2 members")
                .contains("db_billing_app (+)  login · not in catalog")
                .anyMatch(line -> line.startsWith("├─ − owns database billing"));
    }

    @Test
    void theTreeOfACircleEnds() {
        AccessGraph graph = AccessGraph.of(
                new AccessWorld("x")
                        .role("a")
                        .role("b")
                        .member("a", "b")
                        .member("b", "a")
                        .snapshot(),
                new OwnershipModel.None());
        assertThat(GraphTree.write(graph)).contains("a  group · 1 member", "└─ in [I S] b  group · 1 member");
    }

    @Test
    void theInspectorTellsAllAboutARole() {
        AccessGraph graph = AccessGraph.of(GraphWorlds.small().snapshot(), GraphWorlds.BILLING);
        Inspection owner = Inspector.of(graph, "role:db_billing_owner").orElseThrow();
        assertThat(owner.sections())
                .extracting(Inspection.Section::heading)
                .containsExactly("Attributes", "Members", "Owns", "Default rules as creator");
        assertThat(owner.sections().get(1).lines().get(0))
                .isEqualTo(new Inspection.Line(
                        "billing_writers", "INHERIT SET, granted by postgres", "role:billing_writers"));
        assertThat(owner.sections().get(2).lines())
                .contains(new Inspection.Line(
                        "database billing", "declared, not in the catalog", "target:database:billing"));
        Inspection readers = Inspector.of(graph, "role:billing_readers").orElseThrow();
        assertThat(readers.sections())
                .filteredOn(section -> section.heading().equals("Default rules as grantee"))
                .singleElement()
                .satisfies(
                        section -> assertThat(section.lines().get(0).beneath()).isEqualTo("r by db_billing_owner"));
        assertThat(Inspector.of(graph, "role:nobody")).isEmpty();
    }
}

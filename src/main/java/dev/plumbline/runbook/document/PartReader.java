package dev.plumbline.runbook.document;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;

/** The parts of one Markdown file, in their order; only fences at its outermost level are steps. */
final class PartReader {
    /** Labels of fences that are only read. */
    private static final Set<String> PLAIN = Set.of(
            "", "text", "txt", "yaml", "yml", "json", "markdown", "md", "console", "output", "diff", "http-example");

    private static final Set<String> SHELLS = Set.of("sh", "bash", "shell", "zsh", "fish", "powershell", "cmd", "bat");

    /** Gives the parts of an included file. */
    interface Including {
        List<Part> include(String path, Place from, Deque<String> within);
    }

    private final String file;
    private final List<Fault> faults;
    private final Including including;
    private final Deque<String> path;
    private final List<Part> parts = new ArrayList<>();
    private List<String> lines = List.of();
    private int before;
    private String title = "";
    private String section = "";
    private int proseFrom;

    PartReader(String file, List<Fault> faults, Including including, Deque<String> path) {
        this.file = file;
        this.faults = faults;
        this.including = including;
        this.path = path;
    }

    /** @param linesBefore how many lines of the file stand above the text */
    List<Part> read(String markdown, int linesBefore) {
        lines = markdown.lines().toList();
        before = linesBefore;
        proseFrom = 0;
        Node document = Parser.builder()
                .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                .build()
                .parse(markdown);
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading) {
                heading(heading);
            } else if (node instanceof FencedCodeBlock fence) {
                fence(fence);
            }
        }
        proseUntil(lines.size());
        return parts;
    }

    private void heading(Heading heading) {
        proseUntil(firstLine(heading));
        title = TextContentRenderer.builder().build().render(heading).strip();
        section = Slug.of(title);
        parts.add(new Part.Heading(heading.getLevel(), title, section, at(firstLine(heading))));
        proseFrom = lastLine(heading) + 1;
    }

    private void fence(FencedCodeBlock fence) {
        String info = Optional.ofNullable(fence.getInfo()).orElse("").strip();
        Place place = at(firstLine(fence));
        if (fence.getClosingFenceLength() == null) {
            faults.add(new Fault(place, "RB-FENCE", "This fence is not closed.", "Write ``` behind its last line."));
        }
        String first = info.split("\\s", 2)[0];
        if (info.startsWith("include")) {
            proseUntil(firstLine(fence));
            proseFrom = lastLine(fence) + 1;
            parts.addAll(including.include(fence.getLiteral().strip(), place, path));
            return;
        }
        Optional<Fence> head = Fence.read(info);
        if (head.isPresent()) {
            String prose = proseUntil(firstLine(fence));
            proseFrom = lastLine(fence) + 1;
            block(head.get(), fence.getLiteral(), prose, place);
        } else if (SHELLS.contains(first)) {
            faults.add(new Fault(
                    place,
                    "RB-SHELL",
                    "A runbook runs no shell.",
                    "Write a typed block instead, or label the fence text if it is only to be read."));
        } else if (!PLAIN.contains(first)) {
            faults.add(new Fault(
                    place,
                    "RB-KIND",
                    "\"" + info + "\" is no kind of block.",
                    "There are: " + String.join(", ", BlockKind.allWords())
                            + ", include; label it text if it is only to be read."));
        }
    }

    private void block(Fence head, String body, String prose, Place place) {
        if (!head.rest().isEmpty()) {
            faults.add(new Fault(
                    place,
                    "RB-FENCE",
                    "\"" + head.rest() + "\" cannot be read.",
                    "Write name=value or name=\"value with spaces\" behind the kind."));
        }
        ObjectNode fields = head.kind().isSql()
                ? JsonNodeFactory.instance.objectNode()
                : YamlFields.read(body, file, place.line(), faults);
        String id = head.attributes().getOrDefault("id", "");
        Block block = new Block(
                id, head.kind(), head.attributes(), body.stripTrailing(), fields, title, section, prose, "", place);
        BlockCheck.of(block, faults);
        parts.add(new Part.Step(block));
    }

    /** The Markdown that has come since the last heading or block; it is a part of its own as well. */
    private String proseUntil(int line) {
        String prose = String.join("\n", lines.subList(Math.min(proseFrom, line), line))
                .strip();
        if (!prose.isEmpty()) {
            parts.add(new Part.Prose(prose, at(proseFrom)));
        }
        return prose;
    }

    private static int firstLine(Node node) {
        return node.getSourceSpans().get(0).getLineIndex();
    }

    private static int lastLine(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        return spans.get(spans.size() - 1).getLineIndex();
    }

    private Place at(int lineIndex) {
        return Place.line(file, before + lineIndex + 1);
    }
}

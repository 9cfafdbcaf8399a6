package dev.plumbline.access.graph;

import java.util.List;

/** What there is to say about one node: headed lists of lines, all safe to show. */
public record Inspection(String title, String detail, List<Section> sections) {
    public Inspection {
        sections =
                sections.stream().filter(section -> !section.lines().isEmpty()).toList();
    }

    public record Section(String heading, List<Line> lines) {
        public Section {
            lines = List.copyOf(lines);
        }
    }

    /** A line with what stands beneath it in smaller letters; {@code node} is the id of a node it leads to, empty for none. */
    public record Line(String text, String beneath, String node) {}
}

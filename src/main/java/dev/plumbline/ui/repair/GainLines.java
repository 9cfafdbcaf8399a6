package dev.plumbline.ui.repair;

import dev.plumbline.ui.access.DifferenceLines;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who gains and loses, written out for the screen: losses first, for they are what breaks things. */
public record GainLines(int cells, GainSource.Basis basis, List<DifferenceLines.Line> lines) {
    public GainLines {
        lines = List.copyOf(lines);
    }

    static GainLines of(GainSource.Told told) {
        List<DifferenceLines.Line> all = DifferenceLines.of(told.difference(), told.snapshot());
        return new GainLines(
                told.difference().cells(),
                told.basis(),
                Stream.concat(
                                all.stream().filter(line -> !line.gained()),
                                all.stream().filter(DifferenceLines.Line::gained))
                        .toList());
    }

    /** A line with its sign, as it is shown and copied. */
    static String shown(DifferenceLines.Line line) {
        return (line.gained() ? "+ " : "− ") + line.sentence();
    }

    String text() {
        return lines.stream().map(GainLines::shown).collect(Collectors.joining("\n", "", "\n"));
    }
}

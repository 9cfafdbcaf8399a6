package dev.plumbline.operation.difference;

import dev.plumbline.drift.structure.RenameOffer;
import dev.plumbline.drift.structure.StructureComparison;
import java.util.ArrayList;
import java.util.List;

/** Renames in words: those that are offered, with what accepts them, and those that were accepted. */
public final class RenameText {
    private RenameText() {}

    public static List<String> lines(StructureComparison comparison) {
        List<String> lines = new ArrayList<>();
        comparison
                .renamed()
                .forEach(done -> lines.add("=  " + kind(done) + " "
                        + done.from().shown() + " is renamed to " + done.to().shown()));
        comparison.renames().forEach(offer -> {
            lines.add("?  perhaps " + kind(offer) + " " + offer.from().shown() + " was renamed to "
                    + offer.to().shown());
            lines.add("      if so: " + accept(offer));
        });
        return lines;
    }

    public static String inScript(RenameOffer offer) {
        return "Perhaps " + kind(offer) + " " + offer.from().shown() + " was renamed to "
                + offer.to().shown() + ". The script drops the one and makes the other; to rename it instead: "
                + accept(offer);
    }

    /** As a shell takes it. */
    public static String accept(RenameOffer offer) {
        return "--rename '" + kind(offer) + " " + offer.argument().replace("'", "'\\''") + "'";
    }

    private static String kind(RenameOffer offer) {
        return offer.from().kind().word();
    }
}

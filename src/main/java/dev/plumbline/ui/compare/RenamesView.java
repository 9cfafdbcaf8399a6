package dev.plumbline.ui.compare;

import dev.plumbline.drift.structure.RenameOffer;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.ui.control.RenameLines;
import dev.plumbline.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;

/** Beside a line of the comparison: what the thing may have been called, or be called now. */
final class RenamesView {
    private RenamesView() {}

    static List<Node> of(StructureName name, ComparePage page, CompareViewModel model) {
        List<Node> parts = new ArrayList<>();
        for (RenameOffer offer : page.offered()) {
            boolean went = offer.from().equals(name);
            if (went || offer.to().equals(name)) {
                StructureName other = went ? offer.to() : offer.from();
                parts.add(DetailView.words(
                        Texts.get(went ? "compare.perhaps.to" : "compare.perhaps.from", other.shown()), "notice"));
                parts.add(RenameLines.accepting(offer, model::rename));
            }
        }
        return parts;
    }
}

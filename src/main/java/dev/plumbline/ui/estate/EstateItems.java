package dev.plumbline.ui.estate;

import dev.plumbline.ui.fx.Destination;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.control.TreeItem;

/**
 * Turns the tree's lines into items. All of them at once: ten thousand take some ten milliseconds, while filling an item that already hangs in the
 * tree makes the tree count anew for each child.
 */
final class EstateItems {
    private EstateItems() {}

    static List<TreeItem<EstateNode>> of(List<EstateNode> lines, EstateViewModel model) {
        return lines.stream().map(line -> of(line, model)).toList();
    }

    private static TreeItem<EstateNode> of(EstateNode line, EstateViewModel model) {
        TreeItem<EstateNode> item = new TreeItem<>(line);
        if (!line.children().isEmpty()) {
            item.getChildren().setAll(of(line.children(), model));
            item.setExpanded(model.isExpanded(line));
            item.expandedProperty().addListener((source, before, after) -> model.expand(line, after));
        }
        return item;
    }

    /** The open or closed item that stands for this line. */
    static Optional<TreeItem<EstateNode>> find(TreeItem<EstateNode> root, String key) {
        return find(root, line -> line.key().equals(key));
    }

    static Optional<TreeItem<EstateNode>> find(TreeItem<EstateNode> root, Destination destination) {
        return find(root, line -> standsFor(line, destination));
    }

    /** The item that stands for this place, with everything above it opened. */
    static Optional<TreeItem<EstateNode>> reveal(TreeItem<EstateNode> from, Destination destination) {
        for (TreeItem<EstateNode> child : from.getChildren()) {
            if (standsFor(child.getValue(), destination)) {
                return Optional.of(child);
            }
            if (child.getValue().children().stream().anyMatch(line -> leadsTo(line, destination))) {
                child.setExpanded(true);
                return reveal(child, destination);
            }
        }
        return Optional.empty();
    }

    private static boolean leadsTo(EstateNode line, Destination destination) {
        return standsFor(line, destination) || line.children().stream().anyMatch(under -> leadsTo(under, destination));
    }

    private static boolean standsFor(EstateNode line, Destination destination) {
        return line.kind() != EstateNode.Kind.NOTICE
                && destination.tabs().get(0).equals(line.to());
    }

    private static Optional<TreeItem<EstateNode>> find(TreeItem<EstateNode> from, Predicate<EstateNode> wanted) {
        if (from.getValue() != null && wanted.test(from.getValue())) {
            return Optional.of(from);
        }
        for (TreeItem<EstateNode> child : from.getChildren()) {
            Optional<TreeItem<EstateNode>> found = find(child, wanted);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}

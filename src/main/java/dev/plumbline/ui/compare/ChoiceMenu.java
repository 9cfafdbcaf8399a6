package dev.plumbline.ui.compare;

import dev.plumbline.ui.fx.Texts;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.Region;

/** Some of several values, each ticked or not; the button tells which. */
final class ChoiceMenu<T> extends MenuButton {
    private final String name;
    private final Function<T, String> words;
    private final Consumer<Set<T>> chosen;
    private final Map<T, CheckMenuItem> items = new LinkedHashMap<>();

    ChoiceMenu(String name, Function<T, String> words, Consumer<Set<T>> chosen) {
        this.name = name;
        this.words = words;
        this.chosen = chosen;
        setMinWidth(Region.USE_PREF_SIZE);
        getStyleClass().add("quiet");
    }

    /** The values there are; those that are no longer there are no longer chosen. */
    void offer(List<T> values, Set<T> ticked) {
        items.clear();
        for (T value : values) {
            CheckMenuItem item = new CheckMenuItem(words.apply(value));
            item.setMnemonicParsing(false);
            item.setSelected(ticked.contains(value));
            item.setOnAction(event -> changed());
            items.put(value, item);
        }
        getItems().setAll(items.values());
        showTicked();
    }

    private void changed() {
        showTicked();
        chosen.accept(ticked());
    }

    private Set<T> ticked() {
        Set<T> ticked = new LinkedHashSet<>();
        items.forEach((value, item) -> {
            if (item.isSelected()) {
                ticked.add(value);
            }
        });
        return ticked;
    }

    private void showTicked() {
        Set<T> ticked = ticked();
        String told = ticked.size() == items.size()
                ? Texts.get("compare.filter.all")
                : ticked.isEmpty()
                        ? Texts.get("compare.filter.none")
                        : ticked.size() <= 2
                                ? ticked.stream().map(words).collect(Collectors.joining(", "))
                                : Texts.get("compare.filter.some", ticked.size(), items.size());
        setText(name + ": " + told);
    }
}

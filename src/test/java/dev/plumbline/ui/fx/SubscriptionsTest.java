package dev.plumbline.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import org.junit.jupiter.api.Test;

class SubscriptionsTest {
    private final SimpleStringProperty value = new SimpleStringProperty("first");
    private final List<String> heard = new ArrayList<>();
    private final Subscriptions subscriptions = new Subscriptions();

    @Test
    void whatIsFollowedIsHeardAtOnceAndUntilItIsClosed() {
        subscriptions.follow(value, heard::add);
        value.set("second");
        subscriptions.close();
        value.set("third");
        assertThat(heard).containsExactly("first", "second");
    }

    @Test
    void watchingTellsOfAnyChange() {
        subscriptions.watch(() -> heard.add(value.get()), value);
        value.set("second");
        value.set("third");
        subscriptions.close();
        value.set("fourth");
        assertThat(heard).containsExactly("first", "second", "third");
    }

    @Test
    void watchingTellsOfAnyChangeAlsoToWhoDoesNotLookAtTheValue() {
        subscriptions.watch(() -> heard.add("changed"), value);
        value.set("second");
        value.set("third");
        assertThat(heard).containsExactly("changed", "changed", "changed");
    }

    @Test
    void aClosedBagCanBeFilledAgain() {
        subscriptions.close();
        subscriptions.follow(value, heard::add);
        assertThat(heard).containsExactly("first");
    }
}

package dev.plumbline.ui.fake;

import dev.plumbline.ui.fx.DatabaseDestination;
import dev.plumbline.ui.fx.Destination;
import dev.plumbline.ui.fx.Screen;
import dev.plumbline.ui.fx.Screens;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/** A screen that only remembers what was asked of it. */
public final class FakeScreen implements Screen {
    private final String title;
    private final List<String> asked = new ArrayList<>();
    private final StackPane root;

    public FakeScreen(String title) {
        this.title = title;
        this.root = new StackPane(new Label(title));
    }

    /** Overview, repair and history of any Database. */
    public static Screens screens() {
        return new Screens()
                .with(
                        Destination.DatabaseOverview.class,
                        to -> new FakeScreen("Overview of " + to.ref().name()))
                .with(
                        Destination.Repair.class,
                        to -> new FakeScreen("Repair of " + to.ref().name()))
                .with(
                        Destination.History.class,
                        to -> new FakeScreen("History of " + to.ref().name()))
                .with(
                        Destination.Compare.class,
                        to -> new FakeScreen("Compare "
                                + (to.with() == null ? "anything" : to.with().name())))
                .with(Destination.Journal.class, to -> new FakeScreen("Journal"));
    }

    /** Every tab that a Database has. */
    public static Screens ofDatabase() {
        return screens()
                .with(DatabaseDestination.Roles.class, to -> new FakeScreen("Roles"))
                .with(DatabaseDestination.Privileges.class, to -> new FakeScreen("Privileges"))
                .with(DatabaseDestination.Why.class, to -> new FakeScreen("Why"))
                .with(DatabaseDestination.DefaultPrivileges.class, to -> new FakeScreen("Default privileges"))
                .with(DatabaseDestination.Findings.class, to -> new FakeScreen("Findings"))
                .with(DatabaseDestination.Preflight.class, to -> new FakeScreen("Preflight"))
                .with(DatabaseDestination.Migrations.class, to -> new FakeScreen("Migrations"))
                .with(Destination.Runbooks.class, to -> new FakeScreen("Runbooks of it"));
    }

    public List<String> asked() {
        return asked;
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public void activate() {
        asked.add("activate");
    }

    @Override
    public void deactivate() {
        asked.add("deactivate");
    }

    @Override
    public void readAgain() {
        asked.add("readAgain");
    }

    @Override
    public ObservableValue<String> connection() {
        return new ReadOnlyStringWrapper("PostgreSQL 17.11 · as dba · TLS verify-full (TLSv1.3)").getReadOnlyProperty();
    }
}

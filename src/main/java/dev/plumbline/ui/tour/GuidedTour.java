package dev.plumbline.ui.tour;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;

/** The main job on the sandbox's sample estate: find a drifted database, see why, preview, prove, approve, run, and look at the record. */
public final class GuidedTour {
    private static final String DATABASE = "refunds";
    private static final String OTHER_DATABASE = "warehouse";
    private static final String UPGRADE = "cart";
    private static final String SCHEMA = "supplierinvoice";
    private final Hand hand = new Hand();

    /** Starts the tour on the UI thread. {@code ended} hears an empty text, or what the tour waited for in vain. */
    public static void start(Path folder, Consumer<String> ended) {
        GuidedTour guide = new GuidedTour();
        List<Stop> stops = new ArrayList<>(guide.stops());
        stops.addAll(guide.compareStops());
        stops.addAll(guide.schemaStops());
        stops.addAll(guide.migrationStops());
        stops.addAll(guide.gateStops());
        stops.addAll(guide.runbookStops());
        new Tour(stops, guide.hand, folder, ended).start();
    }

    private List<Stop> stops() {
        return List.of(
                at(
                        "the estate",
                        "01-estate",
                        () -> anyDatabase().isPresent(),
                        () -> hand.id("filter").ifPresent(hand::click)),
                new Stop("the filter", () -> hand.id("filter").isPresent(), "", () -> hand.type(DATABASE)),
                click("the database in the tree", "02-filter", this::database),
                click("its overview", "03-overview", () -> row("Database owner")),
                click("the inspector", "04-why", () -> hand.id("closeInspector")),
                click("the way to the repair", "", this::review),
                click("the dry run", "05-dry-run", () -> hand.id("prove")),
                click("the proof", "06-proved", this::allow),
                click("the run button", "", this::run),
                click("the approval", "07-approval", () -> hand.id("yes")),
                at("the result", "08-result", this::resultShows, () -> hand.press(KeyCode.CONTROL, KeyCode.DIGIT1)),
                at("a healthy overview", "09-repaired", this::isRepaired, () -> tab("History")),
                click("the history", "10-history", () -> row("VERIFIED").or(() -> row("verified"))),
                at("the record", "11-record", () -> hand.id("entries").isPresent(), this::switchTheme),
                at("the dark record", "12-dark-record", () -> true, () -> tab("DatabaseOverview")),
                at("the dark overview", "13-dark-overview", this::isRepaired, () -> tab("Repair")),
                at("the dark repair", "14-dark-repair", () -> true, () -> hand.press(KeyCode.CONTROL, KeyCode.K)),
                at("the palette", "15-palette", () -> hand.id("field").isPresent(), () -> hand.press(KeyCode.ESCAPE)),
                at("the palette closed", "", () -> hand.id("field").isEmpty(), () -> tab("Roles")),
                at("the role graph", "16-roles", () -> hand.showsAnywhere("memberships"), () -> tab("Privileges")),
                at("the privileges", "17-privileges", () -> hand.showsAnywhere("holds something"), () -> tab("Why")),
                click("the question", "", () -> hand.withText("button", " SELECT ")),
                at("the answer", "18-why", () -> hand.showsAnywhere("The server says"), () -> tab("DefaultPrivileges")),
                at(
                        "the default privileges",
                        "19-defaults",
                        () -> hand.showsAnywhere("can create"),
                        () -> tab("Findings")),
                at("the findings", "20-findings", () -> row("SEC-").isPresent(), () -> tab("Preflight")),
                at("the preflight", "21-preflight", () -> row("create schemas").isPresent(), () -> {}));
    }

    /** The database of the tour beside another one. */
    private List<Stop> compareStops() {
        return List.of(
                at("the preflight at rest", "", () -> true, () -> hand.press(KeyCode.CONTROL, KeyCode.K)),
                at("the palette", "", () -> hand.id("field").isPresent(), () -> hand.type("compare")),
                at("the way to Compare", "", () -> found("Compare structures"), () -> hand.press(KeyCode.ENTER)),
                click("the kind of the right side", "", () -> hand.id("rightKind")),
                click("the kinds of sides", "", () -> hand.choice("Live database")),
                click("the right side", "", () -> hand.id("rightLive")),
                click("the databases", "", () -> hand.choice(OTHER_DATABASE)),
                click("the button that compares", "", () -> hand.id("compare")),
                at(
                        "the differences",
                        "22-compare",
                        () -> hand.showsAnywhere("Statements that set this alone right"),
                        () -> hand.press(KeyCode.CONTROL, KeyCode.K)));
    }

    /** A SchemaDefinition whose table is not as it asks, and the plan that would set it right. */
    private List<Stop> schemaStops() {
        return List.of(
                at("the palette again", "", () -> hand.id("field").isPresent(), () -> hand.type(SCHEMA)),
                at("the SchemaDefinition", "", () -> found("supplier-invoice"), () -> hand.press(KeyCode.ENTER)),
                click("the schema's drift", "23-schema-drift", () -> hand.id("review")),
                at(
                        "the schema's repair",
                        "24-schema-repair",
                        () -> hand.showsAnywhere("rows for which it does not hold"),
                        () -> hand.press(KeyCode.CONTROL, KeyCode.K)));
    }

    /** The sandbox's migrations for the database of the tour, by their text, then traced. */
    private List<Stop> migrationStops() {
        return List.of(
                at("the palette once more", "", () -> hand.id("field").isPresent(), () -> hand.type(DATABASE)),
                at("the database again", "", () -> found(DATABASE), () -> hand.press(KeyCode.ENTER)),
                at("its overview again", "", () -> hand.showsAnywhere("as declared"), () -> tab("Migrations")),
                click("the migrations", "25-migrations", () -> hand.id("trace")),
                at(
                        "the trace",
                        "26-migrations-traced",
                        () -> hand.withText("badge", "traced").isPresent(),
                        () -> hand.press(KeyCode.CONTROL, KeyCode.K)));
    }

    /** A DBUpgrade that is held up by pods. */
    private List<Stop> gateStops() {
        return List.of(
                at("the palette once more", "", () -> hand.id("field").isPresent(), () -> hand.type(UPGRADE)),
                at("the DBUpgrade", "", () -> found("DBUpgrade"), () -> hand.press(KeyCode.ENTER)),
                at(
                        "what holds it up",
                        "27-gates",
                        () -> hand.showsAnywhere("a prerelease comes"),
                        () -> hand.press(KeyCode.CONTROL, KeyCode.K)));
    }

    /** The runbooks of a SchemaDefinition, and what one of them asks for. */
    private List<Stop> runbookStops() {
        return List.of(
                at("the palette at last", "", () -> hand.id("field").isPresent(), () -> hand.type(SCHEMA)),
                at("the SchemaDefinition again", "", () -> found("supplier-invoice"), () -> hand.press(KeyCode.ENTER)),
                click("the way to its runbooks", "", () -> hand.id("tab.Runbooks")),
                click("the runbooks", "28-runbooks", () -> hand.id("begin-quarantine-drifted-schema")),
                at(
                        "what the runbook asks for",
                        "29-runbook-inputs",
                        () -> hand.id("input-table").isPresent(),
                        () -> {}));
    }

    private boolean found(String text) {
        return hand.id("field").isPresent() && hand.withText("list-cell", text).isPresent();
    }

    private void tab(String destination) {
        hand.id("tab." + destination).ifPresent(hand::click);
    }

    private Stop click(String waitingFor, String picture, Supplier<Optional<Node>> target) {
        return at(
                waitingFor,
                picture,
                () -> target.get().isPresent(),
                () -> hand.click(target.get().orElseThrow()));
    }

    private static Stop at(String waitingFor, String picture, BooleanSupplier ready, Runnable act) {
        return new Stop(waitingFor, ready, picture, act);
    }

    private Optional<Node> anyDatabase() {
        return hand.withText("tree-cell", "team-");
    }

    private Optional<Node> database() {
        return hand.withText("tree-cell", DATABASE);
    }

    private Optional<Node> row(String text) {
        return hand.withText("table-row-cell", text);
    }

    private Optional<Node> review() {
        return hand.id("closeInspector").isPresent() ? Optional.empty() : hand.id("review");
    }

    private Optional<Node> allow() {
        return hand.showsAnywhere("proved")
                ? hand.find(node -> node.getStyleClass().contains("allow"))
                : Optional.empty();
    }

    private Optional<Node> run() {
        return hand.id("run");
    }

    private boolean resultShows() {
        return hand.find(node -> node.getStyleClass().contains("result")).isPresent();
    }

    private boolean isRepaired() {
        return hand.showsAnywhere("as declared");
    }

    private void switchTheme() {
        hand.id("theme").ifPresent(hand::click);
    }
}

package dev.plumbline.ui.roles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.access.graph.AccessWorld;
import dev.plumbline.access.graph.GraphWorlds;
import dev.plumbline.access.graph.Overlay;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.ui.NeedsDisplay;
import dev.plumbline.ui.Pictures;
import dev.plumbline.ui.ScreenStage;
import dev.plumbline.ui.fx.Theme;
import dev.plumbline.ui.staging.Stager;
import dev.plumbline.ui.staging.Staging;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Every state of the role graph drawn, to be looked at in {@code target/screenshots}. */
@SuppressWarnings("NullAway.Init")
@NeedsDisplay
@ExtendWith(ApplicationExtension.class)
class RolesPicturesTest {
    private static final OwnershipModel NOTHING = new OwnershipModel.None();
    private static final List<String> HOSTILE = List.of(
            "a\"b",
            "pay\u202Egnp.exe",
            "two\nlines",
            "<script>alert(1)</script>",
            "an_extraordinarily_long_role_name_that_goes_on_to_63_bytes_xxx",
            "Größe 数据库",
            "раypal",
            " ");
    private final SampleRoles sample = new SampleRoles();
    private ScreenStage stage;
    private RolesViewModel model;

    @Start
    void start(Stage primary) {
        stage = new ScreenStage(primary);
    }

    private void show(AccessWorld world, OwnershipModel declared, Theme theme, double width, double height) {
        sample.read = (cancel, progress) -> SampleRoles.report(world, declared);
        open(theme, width, height);
    }

    private void open(Theme theme, double width, double height) {
        stage.show(
                () -> {
                    model = sample.on(Runnable::run, Platform::runLater);
                    return new RolesController(model, new Stager(new Staging(), "test"));
                },
                theme,
                width,
                height);
        ScreenStage.settle();
    }

    private void take(String name, Theme theme) {
        ScreenStage.settle();
        Path file = Pictures.take(
                stage.scene(), "roles-" + name + "-" + theme.name().toLowerCase(Locale.ROOT));
        assertThat(file).exists();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void smallWithItsOverlaysInspectorAndPaths(Theme theme) {
        show(GraphWorlds.small(), GraphWorlds.BILLING, theme, 1180, 760);
        take("diff", theme);
        ScreenStage.onFx(() -> model.overlayProperty().set(Overlay.DECLARED));
        take("declared", theme);
        ScreenStage.onFx(() -> {
            model.overlayProperty().set(Overlay.LIVE);
            model.choose("role:billing_writers", false);
        });
        take("inspector", theme);
        ScreenStage.onFx(() -> {
            model.choose("role:app_v3", false);
            model.choose("role:db_billing_owner", true);
        });
        take("paths", theme);
        ScreenStage.onFx(() -> {
            model.dismiss();
            model.searchProperty().set("can:insert ledger.t_4");
        });
        take("search", theme);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void mediumAndLarge(Theme theme) {
        show(GraphWorlds.medium(), NOTHING, theme, 1400, 860);
        take("medium", theme);
        show(GraphWorlds.large(), NOTHING, theme, 1400, 860);
        take("large", theme);
        stage.scene().getRoot().lookupAll(".graph").forEach(graph -> ScreenStage.onFx(((GraphPane) graph)::fit));
        take("large-fit", theme);
        ScreenStage.onFx(() -> model.open("role:g_3"));
        take("large-focus", theme);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void hostileNamesInASmallWindow(Theme theme) {
        show(GraphWorlds.hostile(HOSTILE), NOTHING, theme, 850, 580);
        take("hostile", theme);
        ScreenStage.onFx(() -> model.choose("role:two\nlines", false));
        take("hostile-inspector", theme);
        show(GraphWorlds.small(), GraphWorlds.BILLING, theme, 850, 580);
        take("small-window", theme);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void theTree(Theme theme) {
        show(GraphWorlds.small(), GraphWorlds.BILLING, theme, 1180, 760);
        ScreenStage.onFx(() -> {
            ((javafx.scene.control.ToggleButton) stage.scene().lookup("#asTree")).fire();
            ((javafx.scene.control.TreeTableView<?>) stage.scene().lookup("#tree"))
                    .getTreeItem(2)
                    .setExpanded(true);
        });
        take("tree", theme);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void loadingFailedGapsAndNothing(Theme theme) {
        sample.read = SampleRoles.failing();
        open(theme, 1180, 760);
        take("failed", theme);
        show(GraphWorlds.small().gap("memberships"), GraphWorlds.BILLING, theme, 1180, 760);
        take("gaps", theme);
        show(new AccessWorld("empty"), NOTHING, theme, 1180, 760);
        take("empty", theme);
    }

    @Test
    void loading() throws TimeoutException {
        stage.show(
                () -> {
                    model = sample.on(work -> {}, Platform::runLater);
                    return new RolesController(model, new Stager(new Staging(), "test"));
                },
                Theme.LIGHT,
                1180,
                760);
        WaitForAsyncUtils.waitFor(
                10,
                TimeUnit.SECONDS,
                () -> stage.scene().getRoot().lookupAll(".progress-strip").stream()
                        .anyMatch(Node::isVisible));
        take("loading", Theme.LIGHT);
    }
}

package dev.plumbline.ui;

import dev.plumbline.model.DatabasePlace;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.ui.compare.CompareActions;
import dev.plumbline.ui.compare.CompareController;
import dev.plumbline.ui.compare.CompareViewModel;
import dev.plumbline.ui.fx.Destination;
import dev.plumbline.ui.fx.Screens;
import dev.plumbline.ui.fx.Surroundings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The screens that compare states. */
public final class CompareScreens {
    private CompareScreens() {}

    /** Asks for files: where one of a suggested name goes, one that is there, a folder that is there. */
    public record Paths(
            Function<String, Optional<Path>> save, Supplier<Optional<Path>> file, Supplier<Optional<Path>> folder) {}

    /** Makes what the screen can set going for what the window knows, and for its files. */
    @FunctionalInterface
    public interface Making {
        CompareActions of(
                Supplier<List<DatabasePlace>> databases,
                Supplier<List<ResourceRef>> schemas,
                CompareActions.Files files);
    }

    public static Screens of(Making actions, Surroundings around, Paths paths) {
        SavedTexts texts = new SavedTexts(around.activity(), paths.save());
        CompareActions made = actions.of(
                around.databases(),
                around.schemas(),
                new CompareActions.Files(texts::offer, paths.file(), paths.folder()));
        return new Screens()
                .with(
                        Destination.Compare.class,
                        to -> new CompareController(new CompareViewModel(to.with(), made, around.activity())));
    }
}

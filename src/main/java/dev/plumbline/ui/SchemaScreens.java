package dev.plumbline.ui;

import dev.plumbline.job.Work;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.operation.SchemaReports;
import dev.plumbline.ui.fx.Destination;
import dev.plumbline.ui.fx.Screens;
import dev.plumbline.ui.fx.Surroundings;
import dev.plumbline.ui.schema.SchemaDriftController;
import dev.plumbline.ui.schema.SchemaDriftViewModel;
import java.util.function.Function;

/** The screens of SchemaDefinitions. */
public final class SchemaScreens {
    private SchemaScreens() {}

    /** {@code check} compares the one resource with its table. */
    public static Screens of(Function<ResourceRef, Work<SchemaReports>> check, Surroundings around) {
        return new Screens().with(Destination.SchemaDrift.class, to -> {
            ResourceRef ref = to.resource().ref();
            return new SchemaDriftController(new SchemaDriftViewModel(ref.name(), check.apply(ref), around.activity()));
        });
    }
}

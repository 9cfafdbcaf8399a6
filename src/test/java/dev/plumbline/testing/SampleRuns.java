package dev.plumbline.testing;

import dev.plumbline.model.Name;
import dev.plumbline.model.Product;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.ServerIdentity;
import dev.plumbline.model.ServerVersion;
import dev.plumbline.store.RunBegun;
import dev.plumbline.store.RunBegun.PlannedStatement;
import java.util.ArrayList;
import java.util.List;

/** Runs as the journal is told of them. */
public final class SampleRuns {
    public static final ServerIdentity SERVER = new ServerIdentity(
            new ServerVersion(Product.POSTGRESQL, 170011, "17.11"),
            "7300000000000000001",
            "10.0.0.7",
            5432,
            false,
            16384,
            Name.of("billing"),
            Name.of("admin"));

    private SampleRuns() {}

    public static RunBegun run(String... statements) {
        List<PlannedStatement> planned = new ArrayList<>();
        for (String sql : statements) {
            planned.add(new PlannedStatement("step-" + (planned.size() + 1), sql, true));
        }
        return new RunBegun(
                "ada@desk",
                "prod/team-a/billing",
                new ResourceRef("prod", "dbops.dbprovision.io", "databases", "team-a", "billing"),
                "https://api:6443",
                SERVER,
                "d1ge57",
                "confirmed",
                4711,
                planned);
    }
}

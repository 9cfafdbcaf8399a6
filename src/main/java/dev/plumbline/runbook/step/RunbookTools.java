package dev.plumbline.runbook.step;

import dev.plumbline.operation.Operations;
import dev.plumbline.operation.runbook.CatalogWitness;
import dev.plumbline.operation.runbook.DumpTables;
import dev.plumbline.operation.runbook.HttpProbe;
import dev.plumbline.operation.runbook.KubeObjects;
import dev.plumbline.operation.runbook.PortForwards;
import dev.plumbline.operation.runbook.RunbookDatabase;
import dev.plumbline.operation.runbook.RunbookMigrations;
import dev.plumbline.operation.runbook.SqlBlocks;
import java.time.Clock;
import java.util.function.Supplier;

/** Everything that steps act through, made once by the composition root; {@code by} is who runs them. */
public record RunbookTools(
        Supplier<Operations> operations,
        RunbookDatabase databases,
        SqlBlocks sql,
        RunbookMigrations migrations,
        KubeObjects kube,
        HttpProbe http,
        DumpTables dumps,
        CatalogWitness catalogs,
        PortForwards forwards,
        Clock clock,
        String by) {}

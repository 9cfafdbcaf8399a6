package dev.plumbline.cli;

import picocli.CommandLine.Command;

@Command(
        name = "migrate",
        description = "Data migrations for operator version upgrades.",
        subcommandsRepeatable = false)
final class MigrateCommand {}

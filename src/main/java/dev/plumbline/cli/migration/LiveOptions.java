package dev.plumbline.cli.migration;

import dev.plumbline.cli.call.TimeSpan;
import dev.plumbline.operation.migration.LiveLimits;
import java.time.Duration;
import picocli.CommandLine.Option;

/** From when on a table of the live database is spoken of. */
final class LiveOptions {
    @Option(
            names = "--large-rows",
            paramLabel = "N",
            description = "from how many rows on a table counts as large (default: 100000)")
    private long largeRows = LiveLimits.USUAL.rows();

    @Option(
            names = "--heavy-writes",
            paramLabel = "N",
            description = "from how many rows a second on a table counts as heavily written (default: 20)")
    private double heavyWrites = LiveLimits.USUAL.writes();

    @Option(
            names = "--sample",
            paramLabel = "TIME",
            converter = TimeSpan.Converter.class,
            description = "how long writing is watched, at least (default: 2s)")
    private TimeSpan sample = new TimeSpan(2_000);

    LiveLimits limits() {
        return new LiveLimits(
                largeRows, heavyWrites, LiveLimits.USUAL.oldTransaction(), Duration.ofMillis(sample.milliseconds()));
    }
}

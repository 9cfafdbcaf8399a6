package dev.plumbline.cli.structure;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What a person takes for renamed. */
final class RenameOptions {
    @Option(
            names = "--rename",
            paramLabel = "OLD=NEW",
            description = {
                "takes NEW for OLD under another name: it is renamed, not dropped and made. Names as the list has them, with the",
                "kind in front where two kinds bear them: 'column ledger.line.at=ledger.line.day'. May be given again"
            })
    private List<String> asked = new ArrayList<>();

    List<String> asked() {
        return asked;
    }
}

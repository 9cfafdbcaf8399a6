package dev.plumbline.runbook.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.transcript.EntryKind;
import dev.plumbline.runbook.transcript.Transcript;
import java.util.List;

/** Lines of a transcript that are written in several places. */
final class RunLines {
    private RunLines() {}

    static ObjectNode sentence(String text) {
        return Transcript.data().put("sentence", text);
    }

    static void notVerified(Transcript transcript, Block block, String why, List<String> evidence) {
        ObjectNode data = sentence(why);
        evidence.forEach(data.withArray("evidence")::add);
        transcript.append(EntryKind.NOT_VERIFIED, block.id(), data);
    }
}

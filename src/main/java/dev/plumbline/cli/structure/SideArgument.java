package dev.plumbline.cli.structure;

import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.model.ContextEntry;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.operation.structure.SideChoice;
import java.util.List;

/** One side of a comparison as it is typed. A folder of the name of a resource is meant by {@code ./} before it. */
final class SideArgument {
    private static final List<String> RESOURCE = List.of("schemadefinition/", "schemadefinitions/", "sd/");

    private SideArgument() {}

    static SideChoice of(String text, Session session, GlobalOptions options) {
        for (String begin : RESOURCE) {
            if (text.startsWith(begin)) {
                ContextEntry context = session.context(options);
                return new SideChoice.Wanted(new ResourceRef(
                        context.name(),
                        "velocity.sh",
                        "schemadefinitions",
                        session.namespace(options, context),
                        text.substring(begin.length())));
            }
        }
        return new SideChoice.Text(text);
    }
}

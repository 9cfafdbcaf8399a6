package dev.plumbline.ui.preflight;

import dev.plumbline.access.preflight.Need;
import dev.plumbline.access.preflight.OptionScripts;
import dev.plumbline.access.preflight.Preflight;
import dev.plumbline.access.preflight.PreflightQuestion;
import dev.plumbline.access.preflight.PreflightReport;
import dev.plumbline.access.preflight.ScriptOption;
import dev.plumbline.access.preflight.TlsAdvice;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.operation.AccessReport;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Everything the screen shows for one question: the answers, the text of each script, what the least of them gives, the reading it rests on, and the advice about the connection's TLS. */
record PreflightPage(
        PreflightReport report,
        Map<ScriptOption, String> scripts,
        List<Need> least,
        AccessSnapshot snapshot,
        TlsAdvice tls) {
    PreflightPage {
        scripts = Map.copyOf(scripts);
        least = List.copyOf(least);
    }

    static PreflightPage of(AccessReport access, PreflightQuestion question) {
        OptionScripts scripts = new OptionScripts(access.snapshot(), question);
        Map<ScriptOption, String> texts = new EnumMap<>(ScriptOption.class);
        for (ScriptOption option : ScriptOption.values()) {
            texts.put(option, scripts.script(option).text());
        }
        return new PreflightPage(
                Preflight.of(access.snapshot(), access.privileges(), question).report(),
                texts,
                scripts.least(),
                access.snapshot(),
                TlsAdvice.of(access.connection().mode()));
    }
}
